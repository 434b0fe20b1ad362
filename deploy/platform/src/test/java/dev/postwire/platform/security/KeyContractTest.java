package dev.postwire.platform.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.postwire.contracts.GoldenSample;
import dev.postwire.contracts.Schemas;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

/** The topic of keys as the contract has it, on the writing and on the reading side. */
class KeyContractTest {
    private static final String TOPIC = "postwire.keys.v1";
    private static final JsonMapper JSON = new JsonMapper();

    @Test
    void writesWhatTheSchemaSaysAndNoSecret() throws IOException {
        Token token = Token.random();
        Instant now = Instant.parse("2026-03-02T08:15:00Z");
        AccessKey key = new AccessKey(token.id(), "x", Set.of(Role.PUBLISHER), "x.", token.hash(), now, null, null);
        for (AccessKey each : List.of(key, key.revoked(now))) {
            ProducerRecord<String, byte[]> record = KeyTopic.record(each, now);
            JsonNode value = JSON.readTree(record.value());
            assertEquals(List.of(), Schemas.faults("access-key.v1.schema.json", value));
            Map<String, String> headers = new HashMap<>();
            record.headers()
                    .forEach(header -> headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)));
            assertEquals(List.of(), Schemas.faults("key-headers.v1.schema.json", JSON.valueToTree(headers)));
            assertFalse(value.toString().contains(token.secret()));
        }
    }

    @Test
    void readsTheSamplesAndTheLastRecordCounts() {
        Map<String, AccessKey> keys = new HashMap<>();
        KeyTopic.take(sample("issued"), keys);
        AccessKey key = keys.get("9f3a5c0b17d2e864");
        assertEquals("ferry.", key.namespace());
        assertTrue(key.holdsAt(Instant.parse("2026-05-31T08:14:59Z")));
        assertFalse(key.holdsAt(Instant.parse("2026-05-31T08:15:00Z")));

        KeyTopic.take(sample("revoked"), keys);

        assertFalse(keys.get("9f3a5c0b17d2e864").holdsAt(Instant.parse("2026-05-12T00:00:00Z")));
    }

    @Test
    void aRecordThatIsNoKeyEndsTheOneBefore() {
        Map<String, AccessKey> keys = new HashMap<>();
        KeyTopic.take(sample("issued"), keys);
        KeyTopic.take(new ConsumerRecord<>(TOPIC, 0, 1, "9f3a5c0b17d2e864", "{\"id\":3}".getBytes()), keys);
        assertEquals(Map.of(), keys);
    }

    private static ConsumerRecord<String, byte[]> sample(String name) {
        GoldenSample sample = GoldenSample.named(TOPIC, name);
        return new ConsumerRecord<>(TOPIC, 0, 0, sample.key(), sample.value().orElseThrow());
    }
}
