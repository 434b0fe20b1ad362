package dev.postwire.enrich.kafka.model;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LearningTest {
    private static final Instant LEARNED = Instant.parse("2026-01-01T00:00:00Z");

    private final Manifest manifest = new Manifest("v", LEARNED.toString(), 1, 1, List.of("part.1"), Map.of(0, 7L));

    @Test
    void goesOnFromAModelThatMissedNoErasure() {
        assertTrue(Learning.isRecent(manifest, LEARNED.plus(Duration.ofDays(28))));
    }

    @Test
    void beginsAnewWhereErasuresMayHaveLeftTheTopic() {
        assertFalse(Learning.isRecent(manifest, LEARNED.plus(Duration.ofDays(29))));
    }
}
