package dev.postwire.ingest.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BatchesTest {
    private final Batches batches = new Batches(2);

    @Test
    void oneCallerTakesNobodyElsesPlace() {
        assertTrue(batches.enter("a") && batches.enter("a"));
        assertFalse(batches.enter("a"));
        assertTrue(batches.enter("b"));
    }

    @Test
    void whoHasEndedOneMayBeginAnother() {
        assertTrue(batches.enter("a") && batches.enter("a"));
        batches.leave("a");
        assertTrue(batches.enter("a"));
        assertFalse(batches.enter("a"));
    }

    @Test
    void whoHasNoneIsForgotten() {
        batches.enter("a");
        batches.enter("b");
        batches.leave("a");
        batches.leave("b");
        assertEquals(0, batches.callers());
    }

    @Test
    void manyAtOnceNeverGetMoreThanTheirs() {
        assertEquals(
                2,
                IntStream.range(0, 1_000)
                        .parallel()
                        .filter(i -> batches.enter("a"))
                        .count());
    }
}
