package dev.postwire.enrich.language;

import java.io.DataInputStream;
import java.io.IOException;
import java.lang.Character.UnicodeScript;

/**
 * Chinese or Japanese: kana all but decide it, and each ideograph is more at home in one of them. Naive Bayes over single
 * characters. Immutable, shared by all threads.
 */
final class Ideographs {
    private static final int FIRST = 0x3400;
    private static final int LAST = 0x9FFF;
    /** A text of ideographs alone is more often Chinese. */
    private static final double CHINESE_PRIOR = 2;

    private static final double HIRAGANA = 3;
    /** Chinese texts quote Japanese names; and this one hiragana is in vogue there. */
    private static final double KATAKANA = 1.2;

    private static final int MOST_CHARACTERS = 400;
    /** Neighbouring characters are no independent witnesses. */
    private static final double DEPENDENCE = 0.8;

    private static final double UNIT = 1 / 32.0;

    /** For each ideograph from {@link #FIRST} on the logarithm of how much likelier it is in Japanese, in units. */
    private final byte[] leanings;

    private Ideographs(byte[] leanings) {
        this.leanings = leanings;
    }

    static Ideographs read(DataInputStream in) throws IOException {
        return new Ideographs(in.readNBytes(LAST - FIRST + 1));
    }

    double japanese(String text) {
        double sum = -CHINESE_PRIOR;
        int seen = 0;
        for (int i = 0; i < text.length() && seen < MOST_CHARACTERS; ) {
            int point = text.codePointAt(i);
            i += Character.charCount(point);
            if (Script.of(point) != Script.HAN) continue;
            sum += leaning(point);
            seen++;
        }
        return 1 / (1 + Math.exp(-sum * DEPENDENCE));
    }

    private double leaning(int point) {
        if (point == 'の' || UnicodeScript.of(point) == UnicodeScript.KATAKANA) return KATAKANA;
        if (UnicodeScript.of(point) == UnicodeScript.HIRAGANA) return HIRAGANA;
        return point < FIRST || point > LAST ? 0 : leanings[point - FIRST] * UNIT;
    }
}
