package dev.postwire.enrich.tag;

import dev.postwire.enrich.post.EnrichedPost.Evidence;
import dev.postwire.enrich.post.EnrichedPost.Tag;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A tag that was considered for a post, and what made or unmade it. A preview's trace tells all of them; the document holds the
 * chosen ones.
 *
 * @param from who proposes it
 * @param confidence how probable it is that the author would have given it, 0 to 1; rounded, as the scores are, to thousandths
 * @param chosen whether the document gets it
 * @param reason why it was chosen or not, in words for an operator
 * @param scores what went into the confidence, by name
 * @param evidence never empty where it is chosen
 */
public record Candidate(
        String slug,
        String label,
        From from,
        double confidence,
        boolean chosen,
        String reason,
        Map<String, Double> scores,
        List<Evidence> evidence) {

    /** Who proposes a tag, the most trusted first. */
    public enum From {
        AUTHOR("author"),
        LEARNED("learned"),
        VOCABULARY("vocabulary"),
        PROPOSED("proposed");

        private final String code;

        From(String code) {
            this.code = code;
        }

        /** As it stands in documents. */
        public String code() {
            return code;
        }
    }

    public Candidate {
        confidence = rounded(confidence);
        TreeMap<String, Double> sorted = new TreeMap<>(scores);
        sorted.replaceAll((name, score) -> rounded(score));
        scores = Collections.unmodifiableMap(sorted);
        evidence = List.copyOf(evidence);
        if (chosen && evidence.isEmpty()) throw new IllegalArgumentException("a chosen tag has no evidence");
    }

    /** More digits would claim to know more than anybody does. */
    private static double rounded(double number) {
        return Math.round(number * 1000) / 1000.0;
    }

    Tag tag() {
        return new Tag(slug, label, List.of(from.code()), confidence, evidence);
    }

    /** The same, not chosen after all. */
    Candidate withheld(String why) {
        return new Candidate(slug, label, from, confidence, false, reason + why, scores, evidence);
    }

    @Override
    public String toString() {
        return "Candidate[from=" + from + ", confidence=" + confidence + ", chosen=" + chosen + "]";
    }
}
