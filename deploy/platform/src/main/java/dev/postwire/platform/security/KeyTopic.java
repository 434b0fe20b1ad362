package dev.postwire.platform.security;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.postwire.platform.kafka.EventHeaders;
import dev.postwire.platform.kafka.Topic;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.header.Headers;
import org.jboss.logging.Logger;

/** How keys lie on their topic: one record a key under the key's id, the last one counts. */
final class KeyTopic {
    static final TopicPartition PARTITION = new TopicPartition(Topic.KEYS.topicName(), 0);

    private static final Logger LOGGER = Logger.getLogger(KeyTopic.class);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(15);
    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    private KeyTopic() {}

    /** Reads from the beginning to where the topic ends now; the consumer then stands there. */
    static void readAll(Consumer<String, byte[]> consumer, Map<String, AccessKey> keys) {
        consumer.assign(java.util.List.of(PARTITION));
        consumer.seekToBeginning(java.util.List.of(PARTITION));
        long end = consumer.endOffsets(java.util.List.of(PARTITION)).get(PARTITION);
        long deadline = System.nanoTime() + LONGEST_WAIT.toNanos();
        while (consumer.position(PARTITION) < end) {
            consumer.poll(POLL).forEach(record -> take(record, keys));
            if (System.nanoTime() - deadline > 0) throw new TimeoutException("the keys cannot be read to their end");
        }
    }

    /**
     * A record that is no key ends what stood under its id before: of two doubts, to keep somebody out who should be in is the
     * smaller one. The log names it.
     */
    static void take(ConsumerRecord<String, byte[]> record, Map<String, AccessKey> keys) {
        if (record.key() == null) return;
        keys.remove(record.key());
        if (record.value() == null) return;
        try {
            AccessKey key = JSON.readValue(record.value(), AccessKey.class);
            if (key.id().equals(record.key())) keys.put(key.id(), key);
            else LOGGER.errorf("key refused, it is not the one its record names offset=%d", record.offset());
        } catch (IOException e) {
            LOGGER.errorf("key refused, it is not what its schema says offset=%d", record.offset());
        }
    }

    static ProducerRecord<String, byte[]> record(AccessKey key, Instant now) {
        String type = key.revokedAt() == null ? "dev.postwire.key.issued.v1" : "dev.postwire.key.revoked.v1";
        Headers headers = EventHeaders.cloudEvent(UUID.randomUUID().toString(), type, "/postwire/key", key.id(), now);
        EventHeaders.add(headers, EventHeaders.CONTENT_TYPE, "application/json");
        return new ProducerRecord<>(PARTITION.topic(), PARTITION.partition(), key.id(), bytes(key), headers);
    }

    static byte[] bytes(AccessKey key) {
        try {
            return JSON.writeValueAsBytes(key);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a key of ours does not write itself", e);
        }
    }
}
