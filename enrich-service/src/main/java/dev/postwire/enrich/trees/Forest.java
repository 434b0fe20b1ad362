package dev.postwire.enrich.trees;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Boosted trees as they grow; written in the form that the enricher's fast evaluation of them reads too. One that has grown or was
 * read does not change any more and is thread-safe.
 */
public final class Forest {
    private static final int MOST_TREES = 100_000;
    private static final int MOST_NODES = 1_000_000;

    final float bias;
    final List<Tree> trees = new ArrayList<>();

    Forest(float bias) {
        this.bias = bias;
    }

    /** One tree; node 0 is its root, and the right branch of a node follows the left one. */
    static final class Tree {
        final int[] feature;
        final float[] threshold;
        final int[] left;
        final float[] value;
        int size = 1;

        Tree(int leaves) {
            int nodes = 2 * leaves - 1;
            feature = new int[nodes];
            threshold = new float[nodes];
            left = new int[nodes];
            value = new float[nodes];
            feature[0] = -1;
        }

        float leaf(float[] row) {
            int node = 0;
            while (feature[node] >= 0) node = left[node] + (row[feature[node]] <= threshold[node] ? 0 : 1);
            return value[node];
        }

        /** Makes a leaf a branch; returns its left branch's number. */
        int split(int node, int by, float upTo) {
            feature[node] = by;
            threshold[node] = upTo;
            left[node] = size;
            feature[size] = -1;
            feature[size + 1] = -1;
            size += 2;
            return left[node];
        }
    }

    /** The probability for one row. */
    public float probability(float[] row) {
        float sum = bias;
        for (Tree tree : trees) sum += tree.leaf(row);
        return (float) (1 / (1 + Math.exp(-sum)));
    }

    /** As {@link #probability}, of many rows: tree by tree, each of which then stays at hand for all of them. */
    public float[] probabilities(float[][] rows) {
        float[] sums = new float[rows.length];
        Arrays.fill(sums, bias);
        for (Tree tree : trees) for (int i = 0; i < rows.length; i++) sums[i] += tree.leaf(rows[i]);
        for (int i = 0; i < rows.length; i++) sums[i] = (float) (1 / (1 + Math.exp(-sums[i])));
        return sums;
    }

    /** What {@link #write} wrote; trees that lead in circles or out of the rows' width are refused. */
    public static Forest read(DataInput in, int width) throws IOException {
        Forest forest = new Forest(in.readFloat());
        int count = in.readInt();
        if (count < 0 || count > MOST_TREES) throw new IOException(count + " trees");
        int[] roots = new int[count + 1];
        for (int i = 0; i <= count; i++) roots[i] = in.readInt();
        for (int i = 0; i < count; i++) {
            int size = roots[i + 1] - roots[i];
            if (roots[i] < 0 || size < 1 || size > MOST_NODES || size % 2 == 0)
                throw new IOException("a tree of " + size + " nodes");
            forest.trees.add(readTree(in, roots[i], size, width));
        }
        return forest;
    }

    private static Tree readTree(DataInput in, int base, int size, int width) throws IOException {
        Tree tree = new Tree(size / 2 + 1);
        tree.size = size;
        for (int i = 0; i < size; i++) {
            tree.feature[i] = in.readShort();
            tree.threshold[i] = in.readFloat();
            tree.left[i] = in.readInt() - base;
            tree.value[i] = in.readFloat();
            boolean leaf = tree.feature[i] < 0;
            boolean forward = tree.left[i] > i && tree.left[i] < size - 1;
            if (!leaf && (tree.feature[i] >= width || !forward))
                throw new IOException("a tree that no row can go down");
        }
        return tree;
    }

    public void write(DataOutput out) throws IOException {
        out.writeFloat(bias);
        out.writeInt(trees.size());
        int root = 0;
        for (Tree tree : trees) {
            out.writeInt(root);
            root += tree.size;
        }
        out.writeInt(root);
        int base = 0;
        for (Tree tree : trees) {
            for (int i = 0; i < tree.size; i++) {
                out.writeShort(tree.feature[i]);
                out.writeFloat(tree.threshold[i]);
                out.writeInt(base + tree.left[i]);
                out.writeFloat(tree.value[i]);
            }
            base += tree.size;
        }
    }
}
