package dev.postwire.enrich.kafka;

import dev.postwire.platform.kafka.KafkaClients;
import dev.postwire.platform.kafka.Topic;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;

/** Reads what is committed on a topic by now, one record at a time in memory but for what one fetch brings. */
final class CommittedRecords {
    private static final Duration POLL = Duration.ofMillis(200);
    /** Longer than a killed writer's transaction stays open. */
    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(40);

    private final KafkaClients clients;

    CommittedRecords(KafkaClients clients) {
        this.clients = clients;
    }

    /** The offset after the last record of each partition. */
    Map<Integer, Long> ends(Topic topic) {
        try (KafkaConsumer<String, byte[]> reader = clients.reader()) {
            return ends(reader, topic);
        }
    }

    private static Map<Integer, Long> ends(KafkaConsumer<String, byte[]> reader, Topic topic) {
        List<TopicPartition> partitions = reader.partitionsFor(topic.topicName()).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        Map<Integer, Long> ends = new HashMap<>();
        reader.endOffsets(partitions).forEach((partition, end) -> ends.put(partition.partition(), end));
        return ends;
    }

    /** @param from by partition; those that are missing are read from their beginning */
    void read(Topic topic, Map<Integer, Long> from, Consumer<ConsumerRecord<String, byte[]>> each) {
        try (KafkaConsumer<String, byte[]> reader = clients.reader()) {
            for (var end : ends(reader, topic).entrySet()) {
                TopicPartition partition = new TopicPartition(topic.topicName(), end.getKey());
                reader.assign(List.of(partition));
                Long start = from.get(partition.partition());
                if (start == null) reader.seekToBeginning(List.of(partition));
                else reader.seek(partition, start);
                readTo(reader, partition, end.getValue(), each);
            }
        }
    }

    private static void readTo(
            KafkaConsumer<String, byte[]> reader,
            TopicPartition partition,
            long end,
            Consumer<ConsumerRecord<String, byte[]>> each) {
        long heard = System.nanoTime();
        while (reader.position(partition) < end) {
            long before = reader.position(partition);
            for (ConsumerRecord<String, byte[]> record : reader.poll(POLL)) {
                if (record.offset() < end) each.accept(record);
            }
            if (reader.position(partition) > before) heard = System.nanoTime();
            if (System.nanoTime() - heard > LONGEST_SILENCE.toNanos()) {
                throw new TimeoutException("cannot be read on partition=" + partition);
            }
        }
    }
}
