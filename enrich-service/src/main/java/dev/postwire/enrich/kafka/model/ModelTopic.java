package dev.postwire.enrich.kafka.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.postwire.enrich.fingerprint.Sha256;
import dev.postwire.enrich.learn.TagModel;
import dev.postwire.enrich.learn.UnreadableModelException;
import dev.postwire.platform.kafka.EventHeaders;
import dev.postwire.platform.kafka.KafkaClients;
import dev.postwire.platform.kafka.Topic;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.header.Headers;

/**
 * How a model lies on its topic: a manifest, and parts whose keys are hashes of what they hold, so that a part that did not change
 * is not written again.
 */
final class ModelTopic {
    static final TopicPartition PARTITION = new TopicPartition(Topic.MODEL.topicName(), 0);
    static final String MANIFEST_KEY = "manifest";

    private static final String PART_PREFIX = "part.";
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();
    private static final Duration POLL = Duration.ofMillis(200);
    /** Longer than a killed writer's transaction stays open. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(40);

    private ModelTopic() {}

    /**
     * Everything committed at one moment.
     *
     * @param manifest its bytes; null where nothing was published yet
     */
    record Published(byte[] manifest, Map<String, byte[]> parts) {
        /** @throws UnreadableModelException where it is not what its schema says */
        Optional<Manifest> readManifest() throws UnreadableModelException {
            if (manifest == null) return Optional.empty();
            try {
                return Optional.of(JSON.readValue(manifest, Manifest.class));
            } catch (IOException e) {
                throw new UnreadableModelException("the manifest of the model is not what its schema says");
            }
        }

        /** @throws UnreadableModelException where a part that the manifest names is missing or broken */
        TagModel readModel() throws UnreadableModelException {
            Optional<Manifest> read = readManifest();
            if (read.isEmpty()) return TagModel.empty();
            List<byte[]> bytes = new ArrayList<>();
            for (String key : read.get().parts()) {
                byte[] part = parts.get(key);
                if (part == null) throw new UnreadableModelException("the model lacks its " + key);
                if (!partKey(part).equals(key)) throw new UnreadableModelException(key + " does not have that hash");
                bytes.add(part);
            }
            return TagModel.of(bytes);
        }
    }

    /** Reads all that is committed by now. */
    static Published read(KafkaClients clients) {
        Map<String, byte[]> values = new HashMap<>();
        long start = System.nanoTime();
        try (KafkaConsumer<String, byte[]> reader = clients.reader()) {
            reader.assign(List.of(PARTITION));
            long end = reader.endOffsets(List.of(PARTITION)).get(PARTITION);
            reader.seekToBeginning(List.of(PARTITION));
            while (reader.position(PARTITION) < end) {
                for (ConsumerRecord<String, byte[]> each : reader.poll(POLL)) values.put(each.key(), each.value());
                if (System.nanoTime() - start > LONGEST_WAIT.toNanos()) {
                    throw new TimeoutException("the model cannot be read to its end");
                }
            }
        }
        values.values().removeIf(value -> value == null);
        byte[] manifest = values.remove(MANIFEST_KEY);
        return new Published(manifest, values);
    }

    /** What replaces the one by the other: parts that are new, the manifest, and the end of parts that no one names any longer. */
    static List<ProducerRecord<String, byte[]>> replace(Published old, TagModel model, Map<Integer, Long> read) {
        List<ProducerRecord<String, byte[]>> records = new ArrayList<>();
        List<String> keys = new ArrayList<>();
        for (byte[] part : model.parts()) {
            String key = partKey(part);
            keys.add(key);
            if (!old.parts().containsKey(key)) {
                records.add(record(key, "dev.postwire.model.part.v1", "application/octet-stream", part));
            }
        }
        Manifest manifest = new Manifest(
                model.version(), Instant.now().toString(), model.posts(), model.tags(), keys, Map.copyOf(read));
        records.add(record(MANIFEST_KEY, "dev.postwire.model.published.v1", "application/json", bytes(manifest)));
        Set<String> dropped = new HashSet<>(old.parts().keySet());
        keys.forEach(dropped::remove);
        dropped.stream()
                .sorted()
                .forEach(key -> records.add(record(key, "dev.postwire.model.part-dropped.v1", null, null)));
        return records;
    }

    static byte[] bytes(Manifest manifest) {
        try {
            return JSON.writeValueAsBytes(manifest);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a record of ours does not write itself", e);
        }
    }

    private static String partKey(byte[] part) {
        return PART_PREFIX + Sha256.hex(part);
    }

    private static ProducerRecord<String, byte[]> record(String key, String type, String contentType, byte[] value) {
        Headers headers =
                EventHeaders.cloudEvent(UUID.randomUUID().toString(), type, "/postwire/learn", key, Instant.now());
        if (contentType != null) EventHeaders.add(headers, EventHeaders.CONTENT_TYPE, contentType);
        return new ProducerRecord<>(PARTITION.topic(), PARTITION.partition(), key, value, headers);
    }
}
