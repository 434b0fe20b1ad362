package dev.postwire.enrich.kafka;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.postwire.enrich.fingerprint.Sha256;
import dev.postwire.enrich.kafka.LedgerEntry.Idempotency;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class KeyMemoryTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final KeyMemory memory = new KeyMemory();

    @Test
    void tellsTheSameContentFromOther() {
        memory.put("post", keyed("key", "one"), true, START);

        assertTrue(memory.find("post", "key").orElseThrow().isFor(keyed("key", "one")));
        assertTrue(memory.find("post", "key").orElseThrow().published());
        assertFalse(memory.find("post", "key").orElseThrow().isFor(keyed("key", "two")));
        assertTrue(memory.find("post", "other").isEmpty());
        assertTrue(memory.find("other", "key").isEmpty());
    }

    @Test
    void takesUpThatARejectedSubmissionWentThroughLater() {
        memory.put("post", keyed("key", "one"), false, START);
        assertFalse(memory.find("post", "key").orElseThrow().published());

        memory.put("post", keyed("key", "one"), true, START);

        assertTrue(memory.find("post", "key").orElseThrow().published());
    }

    @Test
    void remembersForADayAndForgetsAfterTwo() {
        int day = 24 * 60;
        for (int minute = 0; minute <= 2 * day + 2; minute++) {
            memory.put("post", keyed("key-" + minute, "x"), true, START.plus(Duration.ofMinutes(minute)));
            int yesterday = Math.max(0, minute - day);
            assertTrue(memory.find("post", "key-" + yesterday).isPresent(), "after a day, at minute " + minute);
        }

        assertTrue(memory.find("post", "key-0").isEmpty());
    }

    @Test
    void holdsNoMoreThanItsBoundHoweverManyCome() {
        int many = 3 * KeyMemory.MOST_IN_A_GENERATION;
        for (int i = 0; i < many; i++) {
            memory.put("post", new Idempotency("key-" + i, "0123456789abcdef".repeat(4)), true, START);
        }

        assertTrue(memory.size() <= 2 * KeyMemory.MOST_IN_A_GENERATION);
        assertTrue(memory.find("post", "key-" + (many - KeyMemory.MOST_IN_A_GENERATION))
                .isPresent());
        assertTrue(memory.find("post", "key-0").isEmpty());
    }

    private static Idempotency keyed(String eventId, String content) {
        return new Idempotency(eventId, Sha256.hex(content.getBytes(StandardCharsets.UTF_8)));
    }
}
