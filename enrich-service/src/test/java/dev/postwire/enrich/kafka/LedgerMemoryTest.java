package dev.postwire.enrich.kafka;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.postwire.enrich.fingerprint.Sha256;
import dev.postwire.enrich.kafka.LedgerEntry.Current;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LedgerMemoryTest {
    @Test
    void remembersWhatAMapRemembers() {
        LedgerMemory memory = new LedgerMemory();
        Map<String, Current> map = new HashMap<>();
        Random random = new Random(3);
        for (int i = 0; i < 200_000; i++) {
            String id = "post-" + random.nextInt(20_000);
            if (random.nextInt(3) == 0) {
                memory.remove(id);
                map.remove(id);
            } else {
                Current current = new Current(i, Sha256.hex(new byte[] {(byte) i, (byte) (i >> 8)}));
                memory.put(id, current);
                map.put(id, current);
            }
        }

        assertEquals(map.size(), memory.size());
        for (int i = 0; i < 20_000; i++) {
            assertEquals(Optional.ofNullable(map.get("post-" + i)), memory.find("post-" + i));
        }
    }
}
