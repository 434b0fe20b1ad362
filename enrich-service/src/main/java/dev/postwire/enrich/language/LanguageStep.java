package dev.postwire.enrich.language;

import dev.postwire.enrich.post.EnrichedPost.CodeBlock;
import dev.postwire.enrich.post.EnrichedPost.Language;
import dev.postwire.enrich.post.Warning;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Decides a post's language: its author's word where there is one, the detected one beside it where they differ. The
 * confidence is how likely the language given is the text's, whoever gave it. Thread-safe.
 */
public final class LanguageStep {
    /** From this confidence on a differing detection is worth a warning. */
    private static final double SURE = 0.95;
    /** How many of the languages that authors give are the text's; templates come with {@code en} set. */
    private static final double AUTHORS_RIGHT = 0.97;
    /** What BCP 47 has more than one subtag for. */
    private static final List<List<String>> SAME = List.of(
            List.of("no", "nb", "nn"),
            List.of("tl", "fil"),
            List.of("he", "iw"),
            List.of("id", "in"),
            List.of("yi", "ji"));

    private final LanguageDetector detector = new LanguageDetector();

    public Language decide(String text, Optional<String> author, List<Warning> warnings) {
        return decide(text, List.of(), author, warnings);
    }

    /**
     * Adds a warning where the author and the text plainly differ.
     *
     * @param codeBlocks in code points of {@code text}, in order; they say nothing about its language
     */
    public Language decide(String text, List<CodeBlock> codeBlocks, Optional<String> author, List<Warning> warnings) {
        Detection detected = detector.detect(prose(text, codeBlocks));
        if (author.isEmpty()) return new Language(detected.code(), rounded(detected.confidence()), "detected", null);
        String said = author.get();
        String subtag = Locale.forLanguageTag(said).getLanguage();
        boolean same = same(subtag, detected.code());
        boolean unknown = detected.code().equals(Detection.UNDETERMINED);
        if (!same && !unknown && detected.confidence() >= SURE) {
            warnings.add(new Warning(
                    "language-differs", "the author says " + said + ", the text reads as " + detected.code()));
        }
        double confidence = unknown ? AUTHORS_RIGHT : confidence(subtag, detected);
        return new Language(said, confidence, "author", same || unknown ? null : detected.code());
    }

    /** The author's word is the prior, the text the evidence. */
    private static double confidence(String subtag, Detection detected) {
        double read = 0;
        for (String other : namesOf(subtag)) read += detected.of(other);
        double right = AUTHORS_RIGHT * read;
        double wrong = (1 - AUTHORS_RIGHT) * (1 - read);
        return rounded(right / (right + wrong));
    }

    private static boolean same(String one, String other) {
        return namesOf(one).contains(other);
    }

    private static List<String> namesOf(String subtag) {
        for (List<String> same : SAME) if (same.contains(subtag)) return same;
        return List.of(subtag);
    }

    private static double rounded(double probability) {
        return Math.round(probability * 1000) / 1000.0;
    }

    private static String prose(String text, List<CodeBlock> codeBlocks) {
        if (codeBlocks.isEmpty()) return text;
        StringBuilder prose = new StringBuilder(text.length());
        int from = 0;
        int point = 0;
        for (CodeBlock block : codeBlocks) {
            int start = text.offsetByCodePoints(from, block.start() - point);
            prose.append(text, from, start).append('\n');
            from = text.offsetByCodePoints(start, block.end() - block.start());
            point = block.end();
        }
        return prose.append(text, from, text.length()).toString();
    }
}
