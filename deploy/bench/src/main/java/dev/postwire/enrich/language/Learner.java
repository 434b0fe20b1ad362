package dev.postwire.enrich.language;

import java.util.List;

/**
 * Learns one script's linear model by stochastic gradient descent on the logarithmic loss, each row of weights at its own
 * rate (AdaGrad). One thread, and so the same examples in the same order give the same weights.
 */
final class Learner {
    private static final double FIRST_RATE = 0.3;
    private static final double LAST_RATE = 0.01;
    private static final float PRIOR_RATE = 0.002f;
    /** How evidence grows with its amount while learning; as the detector reads it, {@link Calibration} says. */
    private static final double GROWTH = 0.25;

    static final int MOST_NGRAMS = 4_000;
    /** What is already right to this degree teaches nothing more. */
    private static final float LEAST_ERROR = 1e-6f;

    final List<String> languages;
    final int bits;
    final float[] weights;
    final float[] prior;
    private final float[] squares;
    /** What is said where there is nothing but names. */
    private final float[] unknown;

    Learner(List<String> languages, int bits) {
        this.languages = languages;
        this.bits = bits;
        weights = new float[languages.size() << bits];
        squares = new float[1 << bits];
        prior = new float[languages.size()];
        unknown = new float[languages.size()];
        double all = languages.stream().mapToDouble(Learner::drawn).sum();
        for (int i = 0; i < unknown.length; i++) {
            unknown[i] = (float) (drawn(languages.get(i)) / all);
        }
    }

    void learn(Examples examples, int steps) {
        for (int step = 0; step < steps; step++) {
            double rate = FIRST_RATE * (1 - step / (double) steps) + LAST_RATE;
            Example example = examples.next();
            int[] rows = Ngrams.rows(example.words(), bits, MOST_NGRAMS);
            if (rows.length > 0) learn(rows, example.language(), rate);
        }
    }

    private void learn(int[] rows, int language, double rate) {
        float[] error = scores(rows);
        softmax(error);
        if (language == Example.NONE) for (int i = 0; i < error.length; i++) error[i] -= unknown[i];
        else error[language] -= 1;
        float square = 0;
        for (float e : error) square += e * e;
        if (square < LEAST_ERROR) return;
        float scale = scale(rows.length);
        for (int row : rows) {
            squares[row] += square * scale * scale;
            float rowRate = (float) (rate * scale / Math.sqrt(squares[row] + 1e-4));
            int start = row * error.length;
            for (int i = 0; i < error.length; i++) weights[start + i] -= rowRate * error[i];
        }
        for (int i = 0; i < error.length; i++) prior[i] -= PRIOR_RATE * error[i];
    }

    /** Of each language, learned prior included. */
    private float[] scores(int[] rows) {
        float[] scores = sums(rows);
        float scale = scale(rows.length);
        for (int i = 0; i < scores.length; i++) scores[i] = scores[i] * scale + prior[i];
        return scores;
    }

    /** Of the rows' weights. */
    float[] sums(int[] rows) {
        float[] sums = new float[prior.length];
        for (int row : rows) {
            int start = row * sums.length;
            for (int i = 0; i < sums.length; i++) sums[i] += weights[start + i];
        }
        return sums;
    }

    private static float scale(int rows) {
        return (float) (1 / StrictMath.pow(rows, GROWTH));
    }

    private static void softmax(float[] scores) {
        float most = Float.NEGATIVE_INFINITY;
        for (float score : scores) most = Math.max(most, score);
        float sum = 0;
        for (int i = 0; i < scores.length; i++) sum += scores[i] = (float) StrictMath.exp(scores[i] - most);
        for (int i = 0; i < scores.length; i++) scores[i] /= sum;
    }

    /** The prior for texts as they are met, not as they were drawn for learning. */
    double[] met() {
        double[] met = ofEquals();
        for (int i = 0; i < met.length; i++) met[i] += Math.log(Prevalence.of(languages.get(i)));
        return met;
    }

    /** The prior were all languages met equally often: the detector adds how often they are. */
    double[] ofEquals() {
        double[] equal = new double[prior.length];
        for (int i = 0; i < equal.length; i++) equal[i] = prior[i] - Math.log(drawn(languages.get(i)));
        return equal;
    }

    /** How often a language is looked at in learning: rare ones more often than they are met, or they were never learned. */
    static double drawn(String language) {
        return Math.sqrt(Prevalence.of(language));
    }
}
