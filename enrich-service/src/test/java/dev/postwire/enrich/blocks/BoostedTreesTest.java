package dev.postwire.enrich.blocks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BoostedTreesTest {
    private static final int WIDTH = 7;
    private static final int TREES = 9;
    private static final int DEPTH = 5;
    private static final int NODES = (2 << DEPTH) - 1;
    private static final float BIAS = -0.5f;

    private final Random random = new Random(4);
    private final int[] features = new int[TREES * NODES];
    private final float[] thresholds = new float[TREES * NODES];
    private final float[] values = new float[TREES * NODES];

    @Test
    void addsUpWhatTheLeavesOfSymmetricTreesSay() throws IOException {
        BoostedTrees trees = trees(true);

        assertTrue(SymmetricTrees.of(trees).isPresent());
        assertJudgesAsOneByOne(trees);
    }

    @Test
    void addsUpWhatTheLeavesOfAnyTreesSay() throws IOException {
        BoostedTrees trees = trees(false);

        assertTrue(SymmetricTrees.of(trees).isEmpty());
        assertJudgesAsOneByOne(trees);
    }

    @Test
    void ordersNumbersAsTheyAre() {
        float[] numbers = {Float.NEGATIVE_INFINITY, -3.5f, -Float.MIN_VALUE, 0, Float.MIN_VALUE, 1, 999, Float.MAX_VALUE
        };

        for (int i = 1; i < numbers.length; i++) {
            assertTrue(BoostedTrees.order(numbers[i - 1]) < BoostedTrees.order(numbers[i]));
        }
        assertEquals(BoostedTrees.order(0), BoostedTrees.order(-0.0f));
    }

    private void assertJudgesAsOneByOne(BoostedTrees trees) {
        for (int count : new int[] {1, 3, 4, 63, SymmetricTrees.ROWS}) {
            float[] rows = new float[SymmetricTrees.ROWS * WIDTH];
            for (int i = 0; i < count * WIDTH; i++) rows[i] = random.nextInt(5) - 2;
            float[] sums = new float[SymmetricTrees.ROWS];

            trees.probabilities(rows, WIDTH, count, new int[rows.length], sums);

            for (int row = 0; row < count; row++) assertEquals(expected(rows, row * WIDTH), sums[row], 1e-5);
        }
    }

    private double expected(float[] rows, int offset) {
        double sum = BIAS;
        for (int tree = 0; tree < TREES; tree++) {
            int node = 0;
            while (node < NODES / 2) {
                int at = tree * NODES + node;
                node = 2 * node + (rows[offset + features[at]] <= thresholds[at] ? 1 : 2);
            }
            sum += values[tree * NODES + node];
        }
        return 1 / (1 + Math.exp(-sum));
    }

    private BoostedTrees trees(boolean symmetric) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeFloat(BIAS);
        out.writeInt(TREES);
        for (int tree = 0; tree < TREES; tree++) out.writeInt(tree * NODES);
        out.writeInt(TREES * NODES);
        for (int at = 0; at < TREES * NODES; at++) {
            int node = at % NODES;
            boolean first = Integer.bitCount(node + 1) == 1;
            features[at] = symmetric && !first ? features[at - 1] : random.nextInt(WIDTH);
            thresholds[at] = symmetric && !first ? thresholds[at - 1] : random.nextInt(3) - 1;
            values[at] = random.nextFloat() / TREES;
            boolean leaf = node >= NODES / 2;
            out.writeShort(leaf ? -1 : features[at]);
            out.writeFloat(thresholds[at]);
            out.writeInt(at - node + 2 * node + 1);
            out.writeFloat(values[at]);
        }
        return BoostedTrees.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
    }
}
