package dev.postwire.enrich.blocks;

import java.util.Arrays;

/** Rows of features that trees judge side by side: few enough to stay in the processor's nearest memory. Used again and again. */
final class Batch {
    private static final int MOST = SymmetricTrees.ROWS;

    private final BoostedTrees trees;
    private final int width;
    private final float[] values;
    private final FeatureRows rows;
    private final int[] scratch;
    private final int[] blocks = new int[MOST];
    private final float[] sums = new float[MOST];
    private int size;

    /** @param width how many features a row has */
    Batch(BoostedTrees trees, int width) {
        this.trees = trees;
        this.width = width;
        values = new float[MOST * width];
        rows = new FeatureRows(values, null);
        scratch = new int[MOST * width];
    }

    /** Where the features of one more block are to be put, all of them. */
    FeatureRows next(int block) {
        blocks[size++] = block;
        return rows;
    }

    boolean isFull() {
        return size == MOST;
    }

    int size() {
        return size;
    }

    int block(int row) {
        return blocks[row];
    }

    float value(int row, int feature) {
        return values[row * width + feature];
    }

    /** Puts the probability of each block of the batch where the block's is. */
    void judge(float[] probabilities) {
        trees.probabilities(values, width, size, scratch, sums);
        for (int i = 0; i < size; i++) probabilities[blocks[i]] = sums[i];
    }

    void clear() {
        size = 0;
        rows.rewind();
    }

    /** How much each feature turned the judgement of the only block of the batch. */
    float[] contributions() {
        return trees.contributions(Arrays.copyOf(values, width));
    }
}
