package dev.postwire.enrich.blocks;

import java.util.Optional;

/**
 * Decision trees of which each asks the same of all rows at each of its {@value #DEPTH} levels, so that going down is arithmetic
 * over whole columns: a bit an answer, and the bits are the leaf's number. Compilers make vector instructions of that. Immutable.
 */
final class SymmetricTrees {
    /** How many rows are judged at once, and how far one column's beginning is from the next one's. */
    static final int ROWS = 64;

    private static final int DEPTH = 5;
    private static final int LEAVES = 1 << DEPTH;
    private static final int SIGN = Integer.SIZE - 1;

    private final int[] columns;
    private final int[] thresholds;
    private final float[] leaves;

    private SymmetricTrees(int trees) {
        columns = new int[trees * DEPTH];
        thresholds = new int[trees * DEPTH];
        leaves = new float[trees * LEAVES];
    }

    /** A number in order, as {@link BoostedTrees#order} gives it; half of it, so that no difference of two overflows. */
    static int order(float number) {
        return BoostedTrees.order(number) >> 1;
    }

    /** The same trees, if all are of this shape. */
    static Optional<SymmetricTrees> of(BoostedTrees trees) {
        SymmetricTrees symmetric = new SymmetricTrees(trees.size());
        for (int tree = 0; tree < trees.size(); tree++) {
            if (!symmetric.take(trees, tree)) return Optional.empty();
        }
        return Optional.of(symmetric);
    }

    /** Level by level: the node n of a tree has its branches at 2n + 1 and 2n + 2. */
    private boolean take(BoostedTrees trees, int tree) {
        int root = trees.root(tree);
        int first = 0;
        for (int level = 0; level < DEPTH; level++) {
            for (int n = first; n <= 2 * first; n++) {
                boolean alike = trees.feature(root + n) == trees.feature(root + first)
                        && trees.threshold(root + n) == trees.threshold(root + first);
                if (!alike || trees.left(root + n) != root + 2 * n + 1) return false;
            }
            columns[tree * DEPTH + level] = trees.feature(root + first) * ROWS;
            thresholds[tree * DEPTH + level] = trees.threshold(root + first) >> 1;
            first = 2 * first + 1;
        }
        for (int leaf = 0; leaf < LEAVES; leaf++) {
            if (trees.left(root + first + leaf) != root + first + leaf) return false;
            leaves[tree * LEAVES + leaf] = trees.value(root + first + leaf);
        }
        return true;
    }

    /**
     * Adds to the sums of all rows what the trees say.
     *
     * @param table numbers in {@linkplain #order order}, a column of {@value #ROWS} rows for each feature
     */
    void add(int[] table, float[] sums) {
        int[] leaf = new int[ROWS];
        for (int at = 0, base = 0; at < columns.length; at += DEPTH, base += LEAVES) {
            findLeaves(table, at, leaf);
            for (int row = 0; row < ROWS; row++) sums[row] += leaves[base + leaf[row]];
        }
    }

    private void findLeaves(int[] table, int at, int[] leaf) {
        int column0 = columns[at];
        int column1 = columns[at + 1];
        int column2 = columns[at + 2];
        int column3 = columns[at + 3];
        int column4 = columns[at + 4];
        int threshold0 = thresholds[at];
        int threshold1 = thresholds[at + 1];
        int threshold2 = thresholds[at + 2];
        int threshold3 = thresholds[at + 3];
        int threshold4 = thresholds[at + 4];
        for (int row = 0; row < ROWS; row++) {
            leaf[row] = (threshold0 - table[column0 + row] >>> SIGN) << 4
                    | (threshold1 - table[column1 + row] >>> SIGN) << 3
                    | (threshold2 - table[column2 + row] >>> SIGN) << 2
                    | (threshold3 - table[column3 + row] >>> SIGN) << 1
                    | threshold4 - table[column4 + row] >>> SIGN;
        }
    }
}
