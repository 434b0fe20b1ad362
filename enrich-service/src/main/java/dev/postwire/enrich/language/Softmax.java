package dev.postwire.enrich.language;

/** Scores, which are logarithms up to a constant, as probabilities that sum to one. */
final class Softmax {
    private Softmax() {}

    /** In place. */
    static double[] of(double[] scores) {
        double most = Double.NEGATIVE_INFINITY;
        for (double score : scores) most = Math.max(most, score);
        double sum = 0;
        for (int i = 0; i < scores.length; i++) sum += scores[i] = Math.exp(scores[i] - most);
        for (int i = 0; i < scores.length; i++) scores[i] /= sum;
        return scores;
    }

    /** In place; with probability {@code doubt} the scores say nothing, and each is as likely as the other. */
    static double[] doubted(double[] scores, double doubt) {
        double believed = 1 - Math.min(1, doubt);
        of(scores);
        for (int i = 0; i < scores.length; i++) scores[i] = believed * scores[i] + (1 - believed) / scores.length;
        return scores;
    }
}
