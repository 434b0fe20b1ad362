package dev.postwire.bench.speed;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class MadeUpTest {
    @Test
    void makesTheSamePostsOfTheSizesThatAreTimed() {
        assertArrayEquals(MadeUp.page(1), MadeUp.page(1));
        assertTrue(Math.abs(MadeUp.page(1).length - 100_000) < 20_000, "bytes " + MadeUp.page(1).length);
        assertTrue(Math.abs(MadeUp.markdown(1).length - 6_000) < 1_000, "bytes " + MadeUp.markdown(1).length);
    }
}
