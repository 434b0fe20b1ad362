package dev.postwire.enrich.kafka;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.postwire.enrich.fingerprint.Sha256;
import dev.postwire.enrich.kafka.LedgerEntry.Current;
import dev.postwire.enrich.kafka.LedgerEntry.Result;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LedgerMemoryTest {
    private static final Instant AT = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    void remembersWhatAMapRemembers() {
        LedgerMemory memory = new LedgerMemory();
        Map<String, Current> published = new HashMap<>();
        Map<String, Long> erased = new HashMap<>();
        Random random = new Random(3);
        for (int i = 0; i < 200_000; i++) {
            String id = "post-" + random.nextInt(20_000);
            if (random.nextInt(3) == 0) {
                memory.remember(id, entry(i, Result.ERASED, null), AT);
                published.remove(id);
                erased.put(id, (long) i);
            } else {
                Current current = new Current(
                        i,
                        Sha256.hex(new byte[] {(byte) i, (byte) (i >> 8)}),
                        i % 2 == 0 ? null : "00000000%08x".formatted(i),
                        i % 3 == 0 ? null : Long.valueOf(i + 7));
                memory.remember(id, entry(i, Result.ENRICHED, current), AT);
                published.put(id, current);
                erased.remove(id);
            }
        }

        assertEquals(published.size() + erased.size(), memory.size());
        for (int i = 0; i < 20_000; i++) {
            String id = "post-" + i;
            assertEquals(Optional.ofNullable(published.get(id)), memory.find(id));
            Long erasure = erased.get(id);
            assertEquals(erasure == null ? OptionalLong.empty() : OptionalLong.of(erasure), memory.erased(id));
        }
    }

    @Test
    void knowsWhichRawRecordsAreAccountedFor() {
        LedgerMemory memory = new LedgerMemory();
        assertFalse(memory.isAccounted(0, AT));
        memory.remember("a", entry(10, Result.REJECTED, null), AT);
        memory.remember(
                "a", new LedgerEntry(0, 3, Result.REJECTED, null, null, "", null, null, null, 2, null, null), AT);

        assertTrue(memory.isAccounted(10, AT), "the last");
        assertTrue(memory.isAccounted(4, AT.minusSeconds(60)), "one whose entry may be compacted away");
        assertFalse(memory.isAccounted(11, AT.minusSeconds(60)), "one that is still to come");
        assertFalse(memory.isAccounted(4, AT.plusSeconds(1)), "a later record at the place of an earlier one");
    }

    /** After a broker lost its end of the raw topic, new records take the offsets of those that were lost. */
    @Test
    void followsARawTopicThatWasCutOff() {
        LedgerMemory memory = new LedgerMemory();
        memory.remember("a", entry(10, Result.REJECTED, null), AT);
        memory.remember("b", entry(8, Result.REJECTED, null), AT.plusSeconds(60));

        assertTrue(memory.isAccounted(8, AT.plusSeconds(50)));
        assertFalse(memory.isAccounted(9, AT.plusSeconds(50)));
    }

    private static LedgerEntry entry(long offset, Result result, Current current) {
        return new LedgerEntry(0, offset, result, null, null, AT.toString(), current, null, null, null, null, null);
    }
}
