package dev.postwire.enrich.blocks;

import java.util.Arrays;

/**
 * Which blocks to keep, given how probably each is main content: those that make the expected harmonic mean of precision and
 * recall, in words, the highest. By the theorem behind the plug-in rule for F-measures (Ye et al., 2012) these are the most
 * probable ones down to some cut, so only as many sets as there are blocks need be looked at.
 */
final class ExpectedF1 {
    private ExpectedF1() {}

    /** The probability of the least probable block to keep; at least one is kept where there is one. */
    static float cut(float[] probability, int[] weight, int size) {
        // The order of floats from 0 to 1 is that of their bits, so a block's index can ride along in one sort of
        // numbers.
        long[] order = new long[size];
        double expected = 0;
        for (int b = 0; b < size; b++) {
            order[b] = (long) Float.floatToIntBits(probability[b]) << Integer.SIZE | b;
            expected += probability[b] * weight[b];
        }
        Arrays.sort(order);
        double right = 0;
        double taken = 0;
        double best = -1;
        float cut = 0;
        for (int i = size - 1; i >= 0; i--) {
            int b = (int) order[i];
            right += probability[b] * weight[b];
            taken += weight[b];
            double f1 = 2 * right / (taken + expected + 1e-9);
            if (f1 > best) {
                best = f1;
                cut = probability[b];
            }
        }
        return cut;
    }
}
