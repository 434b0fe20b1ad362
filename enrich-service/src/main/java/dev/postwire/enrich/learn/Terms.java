package dev.postwire.enrich.learn;

/**
 * What a post consists of for a linear model and for the search of neighbours: each term once, with how often it occurs, at most
 * 127. The lowest bits of a term say its kind.
 */
record Terms(int[] terms, byte[] counts) {
    private static final int KIND_BITS = 3;

    /** What a term is; the order is part of the model's bytes. */
    enum Kind {
        /** A word, by its stem. */
        WORD(1),
        /** Two words that follow each other, by their stems. */
        PAIR(0.7f),
        /** A word or pair of the title, which is a word of the post as well. */
        TITLE(1.5f),
        /** The beginning of a long word. */
        BEGIN(0.5f),
        /** A folder of the address, which may be a year. */
        PATH(1),
        /** The language, the length. */
        SHAPE(1);

        private static final Kind[] ALL = values();

        /** How much it weighs in a linear model, beside a word of the same rarity. */
        final float weight;

        Kind(float weight) {
            this.weight = weight;
        }

        int term(int hash) {
            int term = Hash.mixed(hash + ordinal() * 0x9E3779B1) << KIND_BITS | ordinal();
            return term == 0 ? 1 << KIND_BITS : term;
        }
    }

    static Kind kind(int term) {
        int kind = term & (1 << KIND_BITS) - 1;
        return Kind.ALL[Math.min(kind, Kind.ALL.length - 1)];
    }

    int size() {
        return terms.length;
    }
}
