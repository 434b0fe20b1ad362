package dev.postwire.enrich.kafka.model;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.postwire.platform.kafka.KafkaClients;
import dev.postwire.platform.kafka.Topic;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;

/** Streams the documents of the enriched topic, one at a time in memory, from where an earlier learning ended. */
final class EnrichedExamples {
    private static final ObjectReader JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build()
            .readerFor(LearnedDocument.class);
    private static final Duration POLL = Duration.ofSeconds(1);
    /** Nothing arrives that should be there: the broker is away, or a transaction never ends. */
    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(60);

    private final KafkaClients clients;

    EnrichedExamples(KafkaClients clients) {
        this.clients = clients;
    }

    /** What the topic holds, and where its partitions end. */
    record Extent(Map<Integer, Long> begins, Map<Integer, Long> ends) {
        /** Whether one can go on from there: not where the topic was made anew, or had other partitions. */
        boolean continues(Map<Integer, Long> read) {
            return read.keySet().equals(ends.keySet())
                    && read.entrySet().stream().allMatch(each -> each.getValue() <= ends.get(each.getKey()));
        }

        /** How many records there are at the most. */
        long size(Map<Integer, Long> from) {
            return ends.entrySet().stream()
                    .mapToLong(end -> end.getValue() - from.getOrDefault(end.getKey(), begins.get(end.getKey())))
                    .sum();
        }
    }

    Extent extent() {
        try (KafkaConsumer<String, byte[]> reader = clients.reader()) {
            List<TopicPartition> partitions = partitions(reader);
            return new Extent(byNumber(reader.beginningOffsets(partitions)), byNumber(reader.endOffsets(partitions)));
        }
    }

    /**
     * Hands on all records up to {@code extent}'s ends, those of one id in their order.
     *
     * @param from offset by partition; from the beginning where a partition is missing
     * @param sink the post's id and its document, which is null where the post was erased
     */
    void read(Map<Integer, Long> from, Extent extent, BiConsumer<String, LearnedDocument> sink) throws IOException {
        try (KafkaConsumer<String, byte[]> reader = clients.reader()) {
            List<TopicPartition> partitions = partitions(reader);
            reader.assign(partitions);
            for (TopicPartition partition : partitions) {
                Long offset = from.get(partition.partition());
                if (offset == null) reader.seekToBeginning(List.of(partition));
                else reader.seek(partition, offset);
            }
            long heard = System.nanoTime();
            while (partitions.stream()
                    .anyMatch(p -> reader.position(p) < extent.ends().get(p.partition()))) {
                for (ConsumerRecord<String, byte[]> record : reader.poll(POLL)) {
                    heard = System.nanoTime();
                    if (record.offset() < extent.ends().get(record.partition())) {
                        sink.accept(record.key(), record.value() == null ? null : document(record));
                    }
                }
                if (System.nanoTime() - heard > LONGEST_SILENCE.toNanos()) {
                    throw new TimeoutException("nothing arrives of " + Topic.ENRICHED.topicName());
                }
            }
        }
    }

    private static LearnedDocument document(ConsumerRecord<String, byte[]> record) throws IOException {
        try {
            return JSON.readValue(record.value());
        } catch (IOException e) {
            throw new IOException(
                    "the document at " + record.topic() + " " + record.partition() + "-" + record.offset()
                            + " is not what its schema says",
                    e);
        }
    }

    private static List<TopicPartition> partitions(KafkaConsumer<String, byte[]> reader) {
        return reader.partitionsFor(Topic.ENRICHED.topicName()).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
    }

    private static Map<Integer, Long> byNumber(Map<TopicPartition, Long> offsets) {
        Map<Integer, Long> numbered = new TreeMap<>();
        offsets.forEach((partition, offset) -> numbered.put(partition.partition(), offset));
        return numbered;
    }
}
