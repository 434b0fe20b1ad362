package dev.postwire.enrich.blocks;

/** What a character is to the counting of words, in every script. */
final class Scripts {
    private Scripts() {}

    static boolean isSpace(char c) {
        if (c <= ' ') return true;
        return c == '\u00a0' || c == '\u200b' || c == '\u3000' || c == '\ufeff' || c == '\u2028' || c == '\u202f';
    }

    /** Signs that stand for a syllable or a word, of scripts that put no space between words. */
    static boolean isIdeograph(char c) {
        return c >= '\u3040' && c <= '\u30ff' || c >= '\u3400' && c <= '\u9fff' || c >= '\uac00' && c <= '\ud7a3';
    }

    /** Beyond ASCII. */
    static boolean endsSentence(char c) {
        return switch (c) {
            case '\u3002', '\uff01', '\uff1f', '\u061f', '\u06d4', '\u0964', '\uff0e', '\u2026' -> true;
            default -> false;
        };
    }

    /** Beyond ASCII. */
    static boolean isComma(char c) {
        return c == '\uff0c' || c == '\u3001' || c == '\u060c' || c == '\uff1b';
    }

    /** A small number for the kind of character that a block begins or ends with; 0 for none. */
    static int kind(int c) {
        if (c >= 'a' && c <= 'z') return 1;
        if (c >= 'A' && c <= 'Z') return 2;
        if (c >= '0' && c <= '9') return 3;
        return switch (c) {
            case 0 -> 0;
            case '.', '\u3002' -> 4;
            case '!', '?', '\uff01', '\uff1f' -> 5;
            case ':', '\uff1a' -> 6;
            case ',' -> 7;
            case ')', ']' -> 8;
            case '(', '[' -> 9;
            case '"', '\u201c', '\u201d' -> 10;
            case '\u00a9' -> 11;
            case '$', '\u20ac', '\u00a3' -> 12;
            case '\u2026' -> 13;
            case '\u00bb', '>', '\u2192', '\u203a' -> 14;
            case '-', '\u2013', '\u2014', '\u2022', '*' -> 15;
            case '#', '@' -> 16;
            case '|', '/' -> 17;
            default -> c > 0x2e80 ? 18 : c > 127 ? 19 : 20;
        };
    }
}
