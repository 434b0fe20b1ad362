package dev.postwire.enrich.language;

import java.io.DataInputStream;
import java.io.IOException;
import java.lang.Character.UnicodeScript;

/**
 * Chinese or Japanese: kana all but decide it, and each ideograph is more at home in one of them. Naive Bayes over single
 * characters, calibrated as {@link ScriptModel} is. Immutable, shared by all threads.
 */
final class Ideographs {
    static final int FIRST = 0x3400;
    static final int LAST = 0x9FFF;
    private static final double HIRAGANA = 3;
    /** Chinese texts quote Japanese names; and this one hiragana is in vogue there. */
    private static final double KATAKANA = 2;
    /** The wide comma is Chinese; the other one is Japan's only comma, and in Chinese stands in lists. */
    private static final double WIDE_COMMA = -3;

    private static final double IDEOGRAPHIC_COMMA = 1.5;
    private static final double PRIOR = Math.log(Prevalence.of("ja") / Prevalence.of("zh"));

    private static final int MOST_CHARACTERS = 400;
    static final double UNIT = 1 / 32.0;

    /** For each ideograph from {@link #FIRST} on the logarithm of how much likelier it is in Japanese, in units. */
    private final byte[] leanings;

    private final float sharpness;
    /** Neighbouring characters are no independent witnesses. */
    private final float growth;

    private final float doubt;

    Ideographs(byte[] leanings, float sharpness, float growth, float doubt) {
        this.leanings = leanings;
        this.sharpness = sharpness;
        this.growth = growth;
        this.doubt = doubt;
    }

    /** What the characters of a text say for Japanese, before calibration; of so many characters. */
    record Evidence(double sum, int characters) {}

    static Ideographs read(DataInputStream in) throws IOException {
        byte[] leanings = in.readNBytes(LAST - FIRST + 1);
        return new Ideographs(leanings, in.readFloat(), in.readFloat(), in.readFloat());
    }

    /** How likely it is Japanese, and not Chinese. */
    double japanese(String text) {
        Evidence evidence = evidence(text);
        if (evidence.characters() == 0) return 0.5;
        double score = PRIOR + evidence.sum() * sharpness / Math.pow(evidence.characters(), growth);
        return Softmax.doubted(new double[] {0, score}, doubt / evidence.characters())[1];
    }

    Evidence evidence(String text) {
        double sum = 0;
        int seen = 0;
        for (int i = 0; i < text.length() && seen < MOST_CHARACTERS; ) {
            int point = text.codePointAt(i);
            i += Character.charCount(point);
            if (Script.of(point) != Script.HAN && point != '，' && point != '、') continue;
            sum += leaning(point);
            seen++;
        }
        return new Evidence(sum, seen);
    }

    private double leaning(int point) {
        if (point == '，') return WIDE_COMMA;
        if (point == '、') return IDEOGRAPHIC_COMMA;
        if (point == 'の' || UnicodeScript.of(point) == UnicodeScript.KATAKANA) return KATAKANA;
        if (UnicodeScript.of(point) == UnicodeScript.HIRAGANA) return HIRAGANA;
        return point < FIRST || point > LAST ? 0 : leanings[point - FIRST] * UNIT;
    }
}
