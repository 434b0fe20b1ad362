package dev.postwire.enrich.language;

import java.util.Comparator;
import java.util.Map;

/** What a text reads as: the probability of each language that is possible, none where the text says nothing. */
public record Detection(Map<String, Double> probabilities) {
    /** Nothing can be said. */
    public static final String UNDETERMINED = "und";

    /** Below this the likeliest language is more likely wrong than right: a guess, and a guess is not given. */
    static final double LEAST_CONFIDENCE = 0.5;

    public Detection {
        probabilities = Map.copyOf(probabilities);
    }

    /** A BCP 47 language subtag, or {@value #UNDETERMINED}. */
    public String code() {
        String likeliest = likeliest();
        return of(likeliest) < LEAST_CONFIDENCE ? UNDETERMINED : likeliest;
    }

    /** The probability of the likeliest language, given or not; 0 where there is none. */
    public double confidence() {
        return of(likeliest());
    }

    /** The probability of one language, 0 to 1. */
    public double of(String language) {
        return probabilities.getOrDefault(language, 0.0);
    }

    /** The likeliest language even where it is a guess; of equals always the same. */
    public String likeliest() {
        return probabilities.entrySet().stream()
                .max(Comparator.comparingDouble(Map.Entry<String, Double>::getValue)
                        .thenComparing(Map.Entry::getKey))
                .map(Map.Entry::getKey)
                .orElse(UNDETERMINED);
    }
}
