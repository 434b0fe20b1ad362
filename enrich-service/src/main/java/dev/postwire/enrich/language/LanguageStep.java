package dev.postwire.enrich.language;

import dev.postwire.enrich.language.LanguageDetector.Detected;
import dev.postwire.enrich.post.EnrichedPost.Language;
import dev.postwire.enrich.post.Warning;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Decides a post's language: its author's word where there is one, the detected one beside it where they differ. Thread-safe. */
public final class LanguageStep {
    /** From this confidence on a differing detection is worth a warning. */
    private static final double SURE = 0.95;

    private final LanguageDetector detector = new LanguageDetector();

    /** Adds a warning where the author and the text plainly differ. */
    public Language decide(String text, Optional<String> author, List<Warning> warnings) {
        Detected detected = detector.detect(text);
        if (author.isEmpty()) return new Language(detected.code(), detected.confidence(), "detected", null);
        String said = author.get();
        boolean same = Locale.forLanguageTag(said).getLanguage().equals(detected.code());
        boolean unknown = detected.code().equals(LanguageDetector.UNDETERMINED);
        if (!same && !unknown && detected.confidence() >= SURE) {
            warnings.add(new Warning(
                    "language-differs", "the author says " + said + ", the text reads as " + detected.code()));
        }
        return new Language(said, 1, "author", same || unknown ? null : detected.code());
    }
}
