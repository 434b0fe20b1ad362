package dev.postwire.enrich.blocks;

import java.io.DataInput;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;

/**
 * A sum of decision trees over a row of features; the sum is the logarithm of the odds. Immutable.
 *
 * <p>Which way a row turns at a branch nobody can guess, a processor neither, so going down a tree is arithmetic without a jump:
 * rows and thresholds are compared as {@linkplain #order whole numbers}, and the sign of their difference is the way.
 */
final class BoostedTrees {
    /** Odds beyond these after half of the trees are not turned by the others. */
    private static final float DECIDED = 4.5f;

    private static final int FEATURE_BITS = 8;
    private static final int FEATURE = (1 << FEATURE_BITS) - 1;

    private final float bias;
    private final int[] roots;
    /** Of each tree the number of branches on its longest path. */
    private final int[] depths;
    /**
     * Of each node, from the top: up to which value the left branch is taken; the left branch, of which the right one is the next
     * node; the feature that is asked for. A leaf is its own left branch, and always takes it, so that every row can take the same
     * number of steps.
     */
    private final long[] nodes;

    /** What each node adds if it is a leaf, and would add if it were one. */
    private final float[] values;

    /** The same trees once more where all are of that shape, which is many times as fast. */
    private final Optional<SymmetricTrees> symmetric;

    private BoostedTrees(float bias, int[] roots, long[] nodes, float[] values) {
        this.bias = bias;
        this.roots = roots;
        this.nodes = nodes;
        this.values = values;
        this.depths = new int[roots.length];
        for (int i = 0; i < roots.length; i++) depths[i] = depth(roots[i]);
        this.symmetric = SymmetricTrees.of(this);
    }

    private int depth(int node) {
        int left = left(node);
        return left == node ? 0 : 1 + Math.max(depth(left), depth(left + 1));
    }

    static BoostedTrees read(DataInput in) throws IOException {
        float bias = in.readFloat();
        int[] roots = new int[in.readInt()];
        for (int i = 0; i < roots.length; i++) roots[i] = in.readInt();
        float[] values = new float[in.readInt()];
        long[] nodes = new long[values.length];
        for (int i = 0; i < values.length; i++) {
            int feature = in.readShort();
            float threshold = in.readFloat();
            int left = in.readInt();
            values[i] = in.readFloat();
            if (feature > FEATURE) throw new IOException("a tree asks for feature " + feature);
            boolean leaf = feature < 0;
            nodes[i] = (long) (leaf ? Integer.MAX_VALUE : order(threshold)) << Integer.SIZE
                    | (leaf ? i << FEATURE_BITS : left << FEATURE_BITS | feature);
        }
        return new BoostedTrees(bias, roots, nodes, values);
    }

    /** A number as one that stands to those of other numbers as it stands to them. */
    static int order(float number) {
        int bits = Float.floatToRawIntBits(number + 0.0f); // for −0 is 0
        return bits ^ (bits >> Integer.SIZE - 1 & Integer.MAX_VALUE);
    }

    /**
     * The probabilities for the first {@code count} rows.
     *
     * @param rows one after the other
     * @param width how far a row's beginning is from the next one's
     * @param scratch as large as {@code rows}; its content is nothing to the caller
     * @param sums gets the probabilities
     */
    void probabilities(float[] rows, int width, int count, int[] scratch, float[] sums) {
        Arrays.fill(sums, 0);
        if (symmetric.isPresent()) {
            for (int row = 0; row < count; row++) {
                for (int i = 0; i < width; i++) {
                    scratch[i * SymmetricTrees.ROWS + row] = SymmetricTrees.order(rows[row * width + i]);
                }
            }
            symmetric.get().add(scratch, sums);
        } else {
            for (int i = 0; i < count * width; i++) scratch[i] = order(rows[i]);
            add(scratch, width, count, sums);
        }
        for (int i = 0; i < count; i++) sums[i] = (float) (1 / (1 + Math.exp(-sums[i] - bias)));
    }

    private void add(int[] rows, int width, int count, float[] sums) {
        int[] offsets = new int[count];
        int[] open = new int[count];
        for (int i = 0; i < count; i++) {
            offsets[i] = i * width;
            open[i] = i;
        }
        int half = roots.length / 2;
        add(0, half, rows, offsets, sums, open, count);
        int left = undecided(sums, open, count);
        add(half, roots.length, rows, offsets, sums, open, left);
    }

    int size() {
        return roots.length;
    }

    int root(int tree) {
        return roots[tree];
    }

    int feature(int node) {
        return (int) nodes[node] & FEATURE;
    }

    /** In {@linkplain #order order}. */
    int threshold(int node) {
        return (int) (nodes[node] >> Integer.SIZE);
    }

    /** The node itself, if it is a leaf. */
    int left(int node) {
        return (int) nodes[node] >>> FEATURE_BITS;
    }

    float value(int node) {
        return values[node];
    }

    /** Moves those that are not decided to the front; returns how many they are. */
    private int undecided(float[] sums, int[] open, int count) {
        int left = 0;
        for (int i = 0; i < count; i++) {
            if (Math.abs(sums[open[i]] + bias) < DECIDED) open[left++] = open[i];
        }
        return left;
    }

    /** Four rows go down a tree side by side: one alone would wait for memory at every step. */
    private void add(int from, int end, int[] rows, int[] offsets, float[] sums, int[] open, int count) {
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

    private int next(int at, int[] rows, int offset) {
        long node = nodes[at];
        long left = (node >> Integer.SIZE) - rows[offset + ((int) node & FEATURE)];
        return ((int) node >>> FEATURE_BITS) + (int) (left >>> Long.SIZE - 1);
    }

    /**
     * How much each feature turned the sum for one row: the change of the expected value at every branch taken, summed by the
     * feature asked for there (Saabas, 2014).
     */
    float[] contributions(float[] row) {
        int[] ordered = new int[row.length];
        for (int i = 0; i < row.length; i++) ordered[i] = order(row[i]);
        float[] sums = new float[row.length];
        for (int root : roots) {
            int node = root;
            int next = next(node, ordered, 0);
            while (next != node) {
                sums[feature(node)] += values[next] - values[node];
                node = next;
                next = next(node, ordered, 0);
            }
        }
        return sums;
    }
}
