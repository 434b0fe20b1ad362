package dev.postwire.bench;

import java.util.Map;

/**
 * Precision, recall and their harmonic mean over the multiset of words, as the WCXB benchmark defines them. Two texts without a
 * word agree fully; one without a word agrees with nothing else.
 */
public record WordF1(double precision, double recall, double f1) {
    private static final WordF1 ALL = new WordF1(1, 1, 1);
    private static final WordF1 NONE = new WordF1(0, 0, 0);

    public static WordF1 of(String predicted, String gold) {
        return of(Words.counts(predicted), Words.counts(gold));
    }

    /** As {@link #of(String, String)}, from {@link Words#counts}, for one gold text and many predictions. */
    public static WordF1 of(Map<String, Integer> predicted, Map<String, Integer> gold) {
        if (gold.isEmpty()) return predicted.isEmpty() ? ALL : NONE;
        long overlap = 0;
        for (Map.Entry<String, Integer> word : predicted.entrySet()) {
            overlap += Math.min(word.getValue(), gold.getOrDefault(word.getKey(), 0));
        }
        if (overlap == 0) return NONE;
        double precision = (double) overlap / total(predicted);
        double recall = (double) overlap / total(gold);
        return new WordF1(precision, recall, 2 * precision * recall / (precision + recall));
    }

    private static long total(Map<String, Integer> counts) {
        return counts.values().stream().mapToLong(Integer::longValue).sum();
    }
}
