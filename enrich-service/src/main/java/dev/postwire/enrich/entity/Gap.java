package dev.postwire.enrich.entity;

/** What stands between two words. */
enum Gap {
    NOTHING,
    SPACE,
    HYPHEN,
    APOSTROPHE,
    /** A full stop, with or without a space after it. */
    STOP,
    COMMA,
    COLON,
    /** A dash with spaces around it. */
    DASH,
    AMPERSAND,
    OPENING,
    CLOSING,
    /** A new line, or the end of a table's cell, whatever else. */
    LINE,
    OTHER;

    static Gap between(String text, int from, int to) {
        if (from >= to) return NOTHING;
        char first = text.charAt(from);
        if (to - from == 1) return ofOne(first);
        boolean spaced = isSpace(first);
        char sign = 0;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c == '\n' || c == '\t') return LINE;
            if (isSpace(c)) continue;
            if (sign != 0) return sign == '(' && c == '@' ? OPENING : OTHER;
            sign = c;
        }
        return switch (sign) {
            case 0 -> SPACE;
            case '.' -> spaced ? OTHER : STOP;
            case ',' -> spaced ? OTHER : COMMA;
            case ':' -> COLON;
            case '&' -> AMPERSAND;
            case '(' -> OPENING;
            case ')' -> CLOSING;
            case '-', '\u2013', '\u2014' -> DASH;
            default -> OTHER;
        };
    }

    private static Gap ofOne(char c) {
        return switch (c) {
            case ' ', '\u00A0' -> SPACE;
            case '-', '\u2010', '\u2011' -> HYPHEN;
            case '\'', '\u2019' -> APOSTROPHE;
            case '.' -> STOP;
            case '\n', '\t' -> LINE;
            case ',' -> COMMA;
            case ':' -> COLON;
            case '&' -> AMPERSAND;
            case '(' -> OPENING;
            case ')' -> CLOSING;
            case '\u2013', '\u2014' -> DASH;
            default -> OTHER;
        };
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\u00A0';
    }
}
