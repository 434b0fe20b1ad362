package dev.postwire.local.erase;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

class PostBytesTest {
    private static List<String> of(String topic, String value) {
        ConsumerRecord<String, byte[]> record = new ConsumerRecord<>(topic, 0, 0, "a", value.getBytes(UTF_8));
        record.headers().add("postwire-title", "Said".getBytes(UTF_8)).add("ce_id", "ours".getBytes(UTF_8));
        return PostBytes.of(record).stream()
                .map(bytes -> new String(bytes, UTF_8))
                .toList();
    }

    @Test
    void takesAllThatWasPosted() {
        assertEquals(List.of("Said", "{\"content\":\"x\"}"), of("posts.raw.v1", "{\"content\":\"x\"}"));
    }

    @Test
    void takesOfADocumentTheFieldsThatCameFromThePost() {
        String document =
                "{\"id\":\"a\",\"origin\":{\"partition\":1},\"title\":\"T\\u00e9 \\\"x\\\"\",\"tags\":[{\"slug\":\"s\"}],"
                        + "\"fingerprint\":{\"simhash\":\"0\"},\"text\":\"words\"}";

        assertEquals(
                List.of("Said", "\"T\\u00e9 \\\"x\\\"\"", "[{\"slug\":\"s\"}]", "\"words\""),
                of("posts.enriched.v1", document));
    }
}
