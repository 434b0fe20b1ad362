package dev.postwire.enrich.learn;

/** How far a post's words are those of a label. Changes while the post is read. */
final class Hit {
    /** Which of the ways to be mentioned counts for a label in a post: the strongest. */
    enum Kind {
        NONE,
        TITLE,
        EXACT,
        STEM,
        PART,
        BEGIN;

        static final Kind[] ALL = values();
    }

    static final int NOWHERE = 9_999;
    private static final int MOST = 255;
    private static final double ENOUGH = 0.5;

    final int label;
    /** How often it stands in title and text as it is spelled, case and signs between words aside. */
    int exact;
    /** The same by stems. */
    int stem;
    /** How often of these in the title. */
    int title;
    /** The number of words before the first place. */
    int first = NOWHERE;
    /** How often words of the post begin as it does. */
    int begins;
    /** The share of its words that occur anywhere, if it has several. */
    double part;

    /** The first and the last word of the first place in the text, -1 where there is none. */
    int firstWord = -1;

    int lastWord = -1;

    Hit(int label) {
        this.label = label;
    }

    /** The same for the label under another number, without places. */
    Hit as(int other) {
        Hit hit = new Hit(other);
        hit.exact = exact;
        hit.stem = stem;
        hit.title = title;
        hit.first = first;
        hit.begins = begins;
        hit.part = part;
        return hit;
    }

    Kind kind() {
        if (title > 0) return Kind.TITLE;
        if (exact > 0) return Kind.EXACT;
        if (stem > 0) return Kind.STEM;
        if (part >= ENOUGH) return Kind.PART;
        return begins > 0 ? Kind.BEGIN : Kind.NONE;
    }

    /** Whether all of the label is there. */
    boolean isWhole() {
        return exact > 0 || stem > 0;
    }

    void found(boolean inTitle, boolean asSpelled, int from, int to) {
        if (asSpelled) exact = Math.min(MOST, exact + 1);
        else stem = Math.min(MOST, stem + 1);
        if (inTitle) title = Math.min(MOST, title + 1);
        first = Math.min(first, inTitle ? 0 : from);
        if (!inTitle && firstWord < 0) {
            firstWord = from;
            lastWord = to;
        }
    }

    void begins(int times) {
        begins = Math.min(MOST, begins + times);
    }
}
