package dev.postwire.enrich.word;

import java.util.Locale;

/**
 * Texts of any length in lower case, in linear time: the platform copies all of a text for each capital dotted I in it, and looks
 * for the ends of words around each capital sigma. Stateless.
 */
public final class LowerCase {
    private static final char DOTTED_I = '\u0130';
    private static final char DOT_ABOVE = '\u0307';
    private static final char SIGMA = '\u03A3';
    private static final char SMALL_SIGMA = '\u03C3';
    private static final char FINAL_SIGMA = '\u03C2';

    private LowerCase() {}

    /** As {@link String#toLowerCase(Locale)} of no language gives it. */
    public static String of(String text) {
        String plain = text.indexOf(DOTTED_I) < 0 ? text : withoutDottedI(text);
        return (plain.indexOf(SIGMA) < 0 ? plain : withoutSigmas(plain)).toLowerCase(Locale.ROOT);
    }

    private static String withoutDottedI(String text) {
        StringBuilder plain = new StringBuilder(text.length() + text.length() / 8);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == DOTTED_I) plain.append('i').append(DOT_ABOVE);
            else plain.append(c);
        }
        return plain.toString();
    }

    /** The last letter of a word that has others is another one. */
    private static String withoutSigmas(String text) {
        char[] chars = text.toCharArray();
        boolean letterBefore = false;
        for (int i = 0; i < chars.length; i++) {
            int point = text.codePointAt(i);
            if (chars[i] == SIGMA) chars[i] = letterBefore && !isLetterNext(text, i + 1) ? FINAL_SIGMA : SMALL_SIGMA;
            if (!isWithinWord(point)) letterBefore = hasCase(point);
            if (Character.isSupplementaryCodePoint(point)) i++;
        }
        return new String(chars);
    }

    private static boolean isLetterNext(String text, int from) {
        for (int i = from; i < text.length(); ) {
            int point = text.codePointAt(i);
            if (!isWithinWord(point)) return hasCase(point);
            i += Character.charCount(point);
        }
        return false;
    }

    /** Of digits, marks and the like a word may have any number between its letters. */
    private static boolean isWithinWord(int point) {
        return switch (Character.getType(point)) {
            case Character.NON_SPACING_MARK,
                    Character.ENCLOSING_MARK,
                    Character.COMBINING_SPACING_MARK,
                    Character.FORMAT,
                    Character.DECIMAL_DIGIT_NUMBER,
                    Character.CONNECTOR_PUNCTUATION -> true;
            default -> point == '\'' || point == '\u2019';
        };
    }

    private static boolean hasCase(int point) {
        return Character.isLowerCase(point) || Character.isUpperCase(point) || Character.isTitleCase(point);
    }
}
