package dev.postwire.enrich.learn;

import dev.postwire.enrich.trees.Forest;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Says how probable a tag is by all that is known of it, and how many of the most probable ones to give. Immutable.
 *
 * @param slope of the straight line that makes the trees' logarithms of odds those that were seen on posts they had not learned from
 * @param missing how many tags a post has beyond those that come into question, in the mean
 */
record Ranker(Forest forest, float slope, float offset, float missing) {
    private static final int MOST_TAGS = 15;
    private static final double LEAST = 1e-6;

    Ranker with(float otherMissing) {
        return new Ranker(forest, slope, offset, otherMissing);
    }

    double probability(float[] row) {
        return calibrated(forest.probability(row), slope, offset);
    }

    /** Of each row. */
    double[] probabilities(float[][] rows) {
        float[] uncalibrated = forest.probabilities(rows);
        double[] probabilities = new double[rows.length];
        for (int i = 0; i < rows.length; i++) probabilities[i] = calibrated(uncalibrated[i], slope, offset);
        return probabilities;
    }

    static double calibrated(double probability, double slope, double offset) {
        return 1 / (1 + Math.exp(-slope * logit(probability) - offset));
    }

    static double logit(double probability) {
        double kept = Math.max(LEAST, Math.min(1 - LEAST, probability));
        return Math.log(kept / (1 - kept));
    }

    /**
     * How many of the tags to give: those that make the expected harmonic mean of precision and recall the highest, which are always
     * the most probable ones (Ye et al., 2012).
     *
     * @param probability of each tag in question, the highest first
     */
    int count(double[] probability) {
        double expected = missing;
        for (double one : probability) expected += one;
        double right = 0;
        double best = 0;
        int count = 0;
        for (int i = 0; i < Math.min(MOST_TAGS, probability.length); i++) {
            right += probability[i];
            double f1 = 2 * right / (i + 1 + expected);
            if (f1 <= best) continue;
            best = f1;
            count = i + 1;
        }
        return count;
    }

    void write(DataOutput out) throws IOException {
        forest.write(out);
        out.writeFloat(slope);
        out.writeFloat(offset);
        out.writeFloat(missing);
    }

    static Ranker read(DataInput in, int width) throws IOException {
        return new Ranker(Forest.read(in, width), in.readFloat(), in.readFloat(), in.readFloat());
    }
}
