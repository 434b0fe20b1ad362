package dev.postwire.enrich.metadata;

/** What an element of a page stands in, as bits. */
final class Place {
    static final int MAIN = 1;
    static final int HEADER = 1 << 1;
    static final int FOOTER = 1 << 2;
    static final int SIDE = 1 << 3;
    static final int COMMENT = 1 << 4;
    static final int RELATED = 1 << 5;
    static final int LINK = 1 << 6;
    static final int ARTICLE = 1 << 7;
    static final int TAGS = 1 << 8;

    /** Where other posts and other people have their say. */
    static final int OTHERS = SIDE | COMMENT | RELATED | FOOTER;

    private Place() {}

    /** The place inside an element in {@code outer}. */
    static int inside(int outer, String tag, int words) {
        int place = outer;
        if ((words & ClassWords.COMMENT) != 0) place |= COMMENT;
        if ((words & ClassWords.RELATED) != 0) place |= RELATED;
        if ((words & ClassWords.SIDE) != 0) place |= SIDE;
        if ((words & ClassWords.FOOTER) != 0) place |= FOOTER;
        if ((words & ClassWords.TAG) != 0) place |= TAGS;
        switch (tag) {
            // What the whole page is called says nothing of its parts: "has-sidebar", "comments-open".
            case "html", "body" -> place = outer;
            case "main" -> place = outer | MAIN;
            case "article" -> place |= ARTICLE;
            case "header" -> place |= HEADER;
            case "footer" -> place |= FOOTER;
            case "aside" -> place |= SIDE;
            case "a" -> place |= LINK;
            default -> {}
        }
        return place;
    }
}
