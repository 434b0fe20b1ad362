package dev.postwire.enrich.trees;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.postwire.enrich.trees.GradientBoosting.Settings;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class GradientBoostingTest {
    private static final Settings SETTINGS = new Settings(60, 8, 4, 0.2, 1, 0.8, 1, 1);

    @Test
    void learnsWhatTwoFeaturesSayOnlyTogether() {
        Rows rows = new Rows(4_000);

        Forest forest = GradientBoosting.train(SETTINGS, rows.values, rows.labels, rows.weights, rows.groups);

        assertTrue(forest.probability(new float[] {0.9f, 0.9f, 0}) < 0.1);
        assertTrue(forest.probability(new float[] {0.9f, 0.1f, 0}) > 0.9);
        assertTrue(forest.probability(new float[] {0.1f, 0.1f, 0}) < 0.1);
    }

    @Test
    void growsTheSameTreesFromTheSameRows() {
        Rows rows = new Rows(1_000);
        float[] asked = {0.4f, 0.6f, 0.5f};

        float one = GradientBoosting.train(SETTINGS, rows.values, rows.labels, rows.weights, rows.groups)
                .probability(asked);
        float other = GradientBoosting.train(SETTINGS, rows.values, rows.labels, rows.weights, rows.groups)
                .probability(asked);

        assertEquals(one, other);
    }

    @Test
    void saysTheShareWhereNothingTellsRowsApart() {
        Rows rows = new Rows(1_000);
        for (float[] row : rows.values) Arrays.fill(row, 1);
        for (int i = 0; i < rows.labels.length; i++) rows.labels[i] = i % 4 == 0 ? 1 : 0;

        Forest forest = GradientBoosting.train(SETTINGS, rows.values, rows.labels, rows.weights, rows.groups);

        assertEquals(0.25, forest.probability(new float[] {1, 1, 1}), 0.02);
    }

    /** Main content where exactly one of the first two features is high; the third says nothing. */
    private static final class Rows {
        final float[][] values;
        final float[] labels;
        final float[] weights;
        final int[] groups;

        Rows(int count) {
            Random random = new Random(3);
            values = new float[count][3];
            labels = new float[count];
            weights = new float[count];
            groups = new int[count];
            for (int i = 0; i < count; i++) {
                for (int f = 0; f < 3; f++) values[i][f] = random.nextFloat();
                labels[i] = values[i][0] > 0.5 != values[i][1] > 0.5 ? 1 : 0;
                weights[i] = 1;
                groups[i] = i / 10;
            }
        }
    }
}
