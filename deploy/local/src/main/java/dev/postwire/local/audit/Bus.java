package dev.postwire.local.audit;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** The topics as a subscriber sees them: committed records, partition by partition. For one thread. */
final class Bus implements AutoCloseable {
    static final String RAW = "posts.raw.v1";
    static final String ENRICHED = "posts.enriched.v1";
    static final String REJECTED = "posts.rejected.v1";
    static final String LEDGER = "posts.ledger.v1";

    private static final String ENRICHERS = "postwire-enrich";
    private static final Duration POLL = Duration.ofMillis(500);
    /** Longer than a killed writer's transaction stays open. */
    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(60);

    private static final long CALL_SECONDS = 20;

    private final Map<String, Object> settings;
    private final Admin admin;

    Bus(Map<String, Object> operator) {
        settings = new HashMap<>(operator);
        settings.put("isolation.level", "read_committed");
        settings.put("enable.auto.commit", false);
        settings.put("auto.offset.reset", "earliest");
        settings.put("allow.auto.create.topics", false);
        settings.put("fetch.max.bytes", 8 * 1024 * 1024);
        settings.put("max.poll.records", 5_000);
        admin = Admin.create(new HashMap<>(operator));
    }

    /** Hears the records of one partition. */
    interface Handler {
        void handle(ConsumerRecord<String, byte[]> record);
    }

    int partitions(String topic) throws ExecutionException, InterruptedException, TimeoutException {
        return admin.describeTopics(List.of(topic))
                .allTopicNames()
                .get(CALL_SECONDS, TimeUnit.SECONDS)
                .get(topic)
                .partitions()
                .size();
    }

    /** The offset after all that is written, what is not yet committed included. */
    Map<Integer, Long> ends(String topic) throws ExecutionException, InterruptedException, TimeoutException {
        return offsets(topic, OffsetSpec.latest());
    }

    Map<Integer, Long> starts(String topic) throws ExecutionException, InterruptedException, TimeoutException {
        return offsets(topic, OffsetSpec.earliest());
    }

    private Map<Integer, Long> offsets(String topic, OffsetSpec spec)
            throws ExecutionException, InterruptedException, TimeoutException {
        Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
        for (int i = 0; i < partitions(topic); i++) asked.put(new TopicPartition(topic, i), spec);
        Map<Integer, Long> offsets = new TreeMap<>();
        admin.listOffsets(asked)
                .all()
                .get(CALL_SECONDS, TimeUnit.SECONDS)
                .forEach((partition, offset) -> offsets.put(partition.partition(), offset.offset()));
        return offsets;
    }

    /** The time in milliseconds from which on that topic still has every tombstone. */
    long tombstonesSince(String topic) throws ExecutionException, InterruptedException, TimeoutException {
        ConfigResource asked = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        String kept = admin.describeConfigs(List.of(asked))
                .all()
                .get(CALL_SECONDS, TimeUnit.SECONDS)
                .get(asked)
                .get("delete.retention.ms")
                .value();
        return System.currentTimeMillis() - Long.parseLong(kept);
    }

    /** How far the enrichers have committed; 0 where they never did. */
    Map<Integer, Long> enriched() throws ExecutionException, InterruptedException, TimeoutException {
        Map<Integer, Long> committed = new TreeMap<>();
        for (int i = 0; i < partitions(RAW); i++) committed.put(i, 0L);
        admin.listConsumerGroupOffsets(ENRICHERS)
                .partitionsToOffsetAndMetadata()
                .get(CALL_SECONDS, TimeUnit.SECONDS)
                .forEach((partition, offset) -> {
                    if (partition.topic().equals(RAW) && offset != null) {
                        committed.put(partition.partition(), offset.offset());
                    }
                });
        return committed;
    }

    /** Hands on every committed record below {@code end}, waiting for the transactions that are open there to end. */
    void read(String topic, int partition, long end, Handler handler) throws TimeoutException {
        TopicPartition from = new TopicPartition(topic, partition);
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(List.of(from));
            consumer.seekToBeginning(List.of(from));
            long heard = System.nanoTime();
            long before = -1;
            while (consumer.position(from) < end) {
                for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
                    if (record.offset() < end) handler.handle(record);
                }
                if (consumer.position(from) != before) heard = System.nanoTime();
                before = consumer.position(from);
                if (System.nanoTime() - heard > LONGEST_SILENCE.toNanos()) {
                    throw new TimeoutException("nothing arrives of " + from + " behind offset " + before);
                }
            }
        }
    }

    @Override
    public void close() {
        admin.close(Duration.ZERO);
    }
}
