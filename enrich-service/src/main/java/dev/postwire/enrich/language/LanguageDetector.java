package dev.postwire.enrich.language;

import com.carrotsearch.labs.langid.DetectedLanguage;
import com.carrotsearch.labs.langid.LangIdV3;

/** Detects the language of a text by byte n-grams (langid.py of Lui and Baldwin, 97 languages). Thread-safe. */
public final class LanguageDetector {
    /** Nothing can be said. */
    public static final String UNDETERMINED = "und";

    /** Below this the answer is a guess, and a guess is not given. */
    private static final double LEAST_CONFIDENCE = 0.5;
    /** As much as is needed to be sure; more only costs time. */
    private static final int LONGEST_CHARS = 4_000;

    private static final int FEWEST_LETTERS = 3;

    /** The classifier keeps counts between calls, so each thread has its own; they share the model. */
    private final ThreadLocal<LangIdV3> classifiers = ThreadLocal.withInitial(LangIdV3::new);

    /** @param confidence the probability of the language among all known ones, 0 to 1 */
    public record Detected(String code, double confidence) {}

    public Detected detect(String text) {
        String sample = text.length() > LONGEST_CHARS ? text.substring(0, LONGEST_CHARS) : text;
        if (sample.codePoints()
                        .filter(Character::isLetter)
                        .limit(FEWEST_LETTERS)
                        .count()
                < FEWEST_LETTERS) {
            return new Detected(UNDETERMINED, 0);
        }
        DetectedLanguage answer = classifiers.get().classify(sample, true);
        double confidence = Math.max(0, Math.min(1, Math.round(answer.confidence * 1000) / 1000.0));
        return new Detected(confidence < LEAST_CONFIDENCE ? UNDETERMINED : answer.langCode, confidence);
    }
}
