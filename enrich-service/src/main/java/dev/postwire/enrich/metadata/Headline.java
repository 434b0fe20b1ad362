package dev.postwire.enrich.metadata;

/**
 * The page's own heading, and how far around it readers look for who wrote it and when.
 *
 * @param text what it says
 * @param first the first piece of text that is beside it
 * @param end the piece after the last one that is beside it
 */
record Headline(Spot spot, String text, int first, int end) {
    private static final int PIECES_BEFORE = 12;
    private static final int PIECES_AFTER = 40;
    private static final int CHARS_BEFORE = 300;
    private static final int CHARS_AFTER = 900;

    static Headline of(Spot spot, String text, PageText page) {
        int first = spot.from();
        for (int chars = 0; first > 0 && spot.from() - first < PIECES_BEFORE && chars < CHARS_BEFORE; ) {
            chars += page.length(--first);
        }
        int end = spot.to();
        for (int chars = 0; end < page.size() && end - spot.to() < PIECES_AFTER && chars < CHARS_AFTER; end++) {
            chars += Math.min(page.length(end), CHARS_AFTER / 3);
        }
        return new Headline(spot, text, first, end);
    }

    /** Whether what stands there speaks of the same post: not in another article, a comment, a list of others. */
    boolean sharesPost(Spot other) {
        int foreign = other.place() & ~spot.place() & (Place.COMMENT | Place.RELATED);
        boolean otherArticle = other.article() != spot.article() && spot.article() != null && other.article() != null;
        return foreign == 0 && !otherArticle;
    }

    boolean isBeside(Spot other) {
        return other.from() >= first && other.from() < end;
    }
}
