package dev.postwire.enrich.entity;

/** How a word is written. */
enum Shape {
    /** {@code Ada}, {@code McKellar}. */
    NAME,
    /** {@code J}, or {@code J.R}. */
    INITIAL,
    /** {@code PSF}. */
    CAPITALS,
    /** {@code SaltStack}, {@code iPhone}, {@code Web3}. */
    MIXED,
    /** {@code 3}, {@code 3.1}, {@code 2014}. */
    NUMBER,
    SMALL;

    /** Beginnings of surnames after which a capital follows. */
    private static final String[] JOINED = {"Mc", "Mac", "De", "Di", "Du", "La", "Le", "Van", "Von", "Fitz"};

    static Shape of(String text, int from, int to) {
        int capitals = 0;
        int smalls = 0;
        int digits = 0;
        int others = 0;
        int dots = 0;
        int lastCapital = from;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c >= 'a' && c <= 'z') smalls++;
            else if (c >= '0' && c <= '9') digits++;
            else if (Character.isUpperCase(c)) {
                capitals++;
                lastCapital = i;
            } else if (Character.isLowerCase(c) || Character.isSurrogate(c)) smalls++;
            else if (c == '.') dots++;
            else others++;
        }
        if (digits > 0) return capitals + smalls + others == 0 ? NUMBER : MIXED;
        if (capitals == 0) return SMALL;
        if (others > 0) return MIXED;
        if (smalls == 0) return capitals == 1 || isDotted(text, from, to) ? INITIAL : CAPITALS;
        if (dots > 0 || !Character.isUpperCase(text.charAt(from))) return MIXED;
        return capitals == 1 || capitals == 2 && isJoined(text, from, lastCapital) ? NAME : MIXED;
    }

    private static boolean isDotted(String text, int from, int to) {
        for (int i = from + 1; i < to; i += 2) if (text.charAt(i) != '.') return false;
        return true;
    }

    private static boolean isJoined(String text, int from, int lastCapital) {
        for (String joined : JOINED) {
            if (joined.length() == lastCapital - from && text.startsWith(joined, from)) return true;
        }
        return false;
    }
}
