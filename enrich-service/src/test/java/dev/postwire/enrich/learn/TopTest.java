package dev.postwire.enrich.learn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import org.junit.jupiter.api.Test;

class TopTest {
    @Test
    void findsTheHighestWithTheFirstOfEqualOnesFirst() {
        float[] values = {0.5f, -1, 3, 0.5f, Float.NaN, -2, 3, 7};

        assertArrayEquals(new int[] {7, 2, 6}, Top.of(values, Float.NEGATIVE_INFINITY, 3));
        assertArrayEquals(new int[] {7, 2, 6, 0, 3}, Top.of(values, 0, 100));
        assertArrayEquals(new int[] {7, 2, 6, 0, 3, 1, 5}, Top.of(values, Float.NEGATIVE_INFINITY, 7));
    }
}
