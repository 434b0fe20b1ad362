package dev.postwire.enrich.blocks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;

class ExpectedF1Test {
    @Test
    void keepsTheOnlyBlockHoweverImprobable() {
        assertEquals(0.01f, ExpectedF1.cut(new float[] {0.01f}, new int[] {5}, 1));
    }

    @Test
    void cutsLowerWhereLittleIsSure() {
        int[] words = {10, 10, 10, 10};

        assertEquals(0.9f, ExpectedF1.cut(new float[] {0.9f, 0.95f, 0.1f, 0.1f}, words, 4));
        assertEquals(0.3f, ExpectedF1.cut(new float[] {0.3f, 0.35f, 0.3f, 0.01f}, words, 4));
    }

    @Test
    void findsNoWorseSetThanTryingAllOfThem() {
        Random random = new Random(7);
        for (int round = 0; round < 200; round++) {
            int size = 1 + random.nextInt(8);
            float[] probability = new float[size];
            int[] words = new int[size];
            for (int b = 0; b < size; b++) {
                probability[b] = random.nextFloat();
                words[b] = 1 + random.nextInt(50);
            }
            float cut = ExpectedF1.cut(probability, words, size);
            int chosen = 0;
            for (int b = 0; b < size; b++) if (probability[b] >= cut) chosen |= 1 << b;
            double best = 0;
            for (int set = 1; set < 1 << size; set++) best = Math.max(best, expected(set, probability, words));
            assertEquals(best, expected(chosen, probability, words), 1e-6);
        }
    }

    private static double expected(int set, float[] probability, int[] words) {
        double right = 0;
        double taken = 0;
        double all = 0;
        for (int b = 0; b < words.length; b++) {
            all += probability[b] * words[b];
            if ((set & 1 << b) == 0) continue;
            right += probability[b] * words[b];
            taken += words[b];
        }
        return 2 * right / (taken + all);
    }
}
