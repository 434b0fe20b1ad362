package dev.postwire.enrich.language;

import com.carrotsearch.labs.langid.DetectedLanguage;
import com.carrotsearch.labs.langid.LangIdV3;
import java.nio.charset.StandardCharsets;

/** Detects the language of a text by byte n-grams (langid.py of Lui and Baldwin, 97 languages). Thread-safe. */
public final class LanguageDetector {
    /** Nothing can be said. */
    public static final String UNDETERMINED = "und";

    /** Below this the answer is a guess, and a guess is not given. */
    private static final double LEAST_CONFIDENCE = 0.5;
    /** As much as most texts need; time goes with the length. */
    private static final int GLANCE_CHARS = 100;
    /** So little text must leave no doubt at all. */
    private static final double PLAIN = 0.99999;

    /** As much as is needed to be sure of nearly every text. */
    private static final int FEW_CHARS = 480;

    private static final double SURE = 0.99;
    /** From several places: a text may begin with a quotation, or with what its page says to everyone. */
    private static final int PIECES = 4;
    /** As much as is needed to be sure of any text that one can be sure of. */
    private static final int MANY_CHARS = 4_000;

    private static final int FEWEST_LETTERS = 3;

    /** The classifier keeps counts between calls, so each thread has its own; they share the model. */
    private final ThreadLocal<LangIdV3> classifiers = ThreadLocal.withInitial(LangIdV3::new);

    /** @param confidence the probability of the language among all known ones, 0 to 1 */
    public record Detected(String code, double confidence) {}

    public Detected detect(String text) {
        if (!hasLetters(text)) return new Detected(UNDETERMINED, 0);
        DetectedLanguage answer = classify(sample(text, GLANCE_CHARS));
        if (answer.confidence < PLAIN && text.length() > GLANCE_CHARS) answer = classify(sample(text, FEW_CHARS));
        if (answer.confidence < SURE && text.length() > FEW_CHARS)
            answer = classify(text.substring(0, Math.min(text.length(), MANY_CHARS)));
        double confidence = Math.max(0, Math.min(1, Math.round(answer.confidence * 1000) / 1000.0));
        return new Detected(confidence < LEAST_CONFIDENCE ? UNDETERMINED : answer.langCode, confidence);
    }

    private static boolean hasLetters(String text) {
        int letters = 0;
        int end = Math.min(text.length(), MANY_CHARS);
        for (int i = 0; i < end && letters < FEWEST_LETTERS; ) {
            int point = text.codePointAt(i);
            if (Character.isLetter(point)) letters++;
            i += Character.charCount(point);
        }
        return letters == FEWEST_LETTERS;
    }

    private static String sample(String text, int chars) {
        if (text.length() <= chars) return text;
        int length = chars / PIECES;
        int step = (Math.min(text.length(), MANY_CHARS) - length) / (PIECES - 1);
        StringBuilder sample = new StringBuilder(chars + PIECES);
        for (int i = 0; i < PIECES; i++)
            sample.append(text, i * step, i * step + length).append(' ');
        return sample.toString();
    }

    private DetectedLanguage classify(String sample) {
        LangIdV3 classifier = classifiers.get();
        byte[] bytes = sample.getBytes(StandardCharsets.UTF_8);
        classifier.reset();
        classifier.append(bytes, 0, bytes.length);
        return classifier.classify(true);
    }
}
