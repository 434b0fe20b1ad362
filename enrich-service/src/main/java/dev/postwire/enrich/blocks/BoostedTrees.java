package dev.postwire.enrich.blocks;

import java.io.DataInput;
import java.io.IOException;

/** A sum of decision trees over a row of features; the sum is the logarithm of the odds. Immutable. */
final class BoostedTrees {
    /** Odds beyond these after a quarter, and after half of the trees, are not turned by the others. */
    private static final float DECIDED_EARLY = 4;

    private static final float DECIDED = 4.5f;

    private static final int FEATURE_BITS = 8;
    private static final int FEATURE = (1 << FEATURE_BITS) - 1;

    private final float bias;
    private final int[] roots;
    /** Of each tree the number of branches on its longest path. */
    private final int[] depths;
    /**
     * Of each node the left branch (the right one is the next node) above the bits for the feature it asks for. A leaf is its own
     * left branch, and always takes it, so that every row can take the same number of steps.
     */
    private final int[] branches;

    /** Up to which value the left branch is taken. */
    private final float[] thresholds;

    /** What each node adds if it is a leaf, and would add if it were one. */
    private final float[] values;

    private BoostedTrees(float bias, int[] roots, int[] branches, float[] thresholds, float[] values) {
        this.bias = bias;
        this.roots = roots;
        this.branches = branches;
        this.thresholds = thresholds;
        this.values = values;
        this.depths = new int[roots.length];
        for (int i = 0; i < roots.length; i++) depths[i] = depth(roots[i]);
    }

    private int depth(int node) {
        int left = branches[node] >>> FEATURE_BITS;
        return left == node ? 0 : 1 + Math.max(depth(left), depth(left + 1));
    }

    static BoostedTrees read(DataInput in) throws IOException {
        float bias = in.readFloat();
        int[] roots = new int[in.readInt()];
        for (int i = 0; i < roots.length; i++) roots[i] = in.readInt();
        float[] values = new float[in.readInt()];
        float[] thresholds = new float[values.length];
        int[] branches = new int[values.length];
        for (int i = 0; i < values.length; i++) {
            int feature = in.readShort();
            float threshold = in.readFloat();
            int left = in.readInt();
            values[i] = in.readFloat();
            if (feature > FEATURE) throw new IOException("a tree asks for feature " + feature);
            branches[i] = feature < 0 ? i << FEATURE_BITS : left << FEATURE_BITS | feature;
            thresholds[i] = feature < 0 ? Float.POSITIVE_INFINITY : threshold;
        }
        return new BoostedTrees(bias, roots, branches, thresholds, values);
    }

    /**
     * The probabilities for rows that lie one after the other; {@code offsets} says where those begin that are asked for, and
     * {@code count} how many these are.
     */
    float[] probabilities(float[] rows, int[] offsets, int count) {
        float[] sums = new float[count];
        int[] open = new int[count];
        for (int i = 0; i < count; i++) open[i] = i;
        int quarter = roots.length / 4;
        int half = roots.length / 2;
        add(0, quarter, rows, offsets, sums, open, count);
        int left = undecided(sums, open, count, DECIDED_EARLY);
        add(quarter, half, rows, offsets, sums, open, left);
        left = undecided(sums, open, left, DECIDED);
        add(half, roots.length, rows, offsets, sums, open, left);
        for (int i = 0; i < count; i++) sums[i] = (float) (1 / (1 + Math.exp(-sums[i] - bias)));
        return sums;
    }

    /** Moves those that are not decided to the front; returns how many they are. */
    private int undecided(float[] sums, int[] open, int count, float decided) {
        int left = 0;
        for (int i = 0; i < count; i++) {
            if (Math.abs(sums[open[i]] + bias) < decided) open[left++] = open[i];
        }
        return left;
    }

    /** Four rows go down a tree side by side: one alone would wait for memory at every step. */
    private void add(int from, int end, float[] rows, int[] offsets, float[] sums, int[] open, int count) {
        for (int tree = from; tree < end; tree++) {
            int root = roots[tree];
            int depth = depths[tree];
            int i = 0;
            for (; i + 3 < count; i += 4) {
                int offset0 = offsets[open[i]];
                int offset1 = offsets[open[i + 1]];
                int offset2 = offsets[open[i + 2]];
                int offset3 = offsets[open[i + 3]];
                int node0 = root;
                int node1 = root;
                int node2 = root;
                int node3 = root;
                for (int step = 0; step < depth; step++) {
                    node0 = next(node0, rows, offset0);
                    node1 = next(node1, rows, offset1);
                    node2 = next(node2, rows, offset2);
                    node3 = next(node3, rows, offset3);
                }
                sums[open[i]] += values[node0];
                sums[open[i + 1]] += values[node1];
                sums[open[i + 2]] += values[node2];
                sums[open[i + 3]] += values[node3];
            }
            for (; i < count; i++) {
                int node = root;
                for (int step = 0; step < depth; step++) node = next(node, rows, offsets[open[i]]);
                sums[open[i]] += values[node];
            }
        }
    }

    private int next(int node, float[] rows, int offset) {
        int branch = branches[node];
        boolean right = rows[offset + (branch & FEATURE)] > thresholds[node];
        return (branch >>> FEATURE_BITS) + (right ? 1 : 0);
    }

    /**
     * How much each feature turned the sum for one row: the change of the expected value at every branch taken, summed by the
     * feature asked for there (Saabas, 2014).
     */
    float[] contributions(float[] rows, int offset, int features) {
        float[] sums = new float[features];
        for (int root : roots) {
            int node = root;
            int next = next(node, rows, offset);
            while (next != node) {
                sums[branches[node] & FEATURE] += values[next] - values[node];
                node = next;
                next = next(node, rows, offset);
            }
        }
        return sums;
    }
}
