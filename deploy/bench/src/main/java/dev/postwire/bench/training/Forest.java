package dev.postwire.bench.training;

import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Boosted trees as they grow; written in the form that the enricher reads. */
public final class Forest {
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
