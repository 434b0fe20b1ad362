package dev.postwire.local.erase;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.ListTopicsOptions;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** All topics, with what was never committed: an aborted transaction's bytes lie on the disk as well. For one thread. */
final class Topics implements TopicSettings, AutoCloseable {
    private static final String RAW = "posts.raw.v1";
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(60);
    private static final long CALL_SECONDS = 20;

    private final Map<String, Object> settings;
    private final Admin admin;

    Topics(Map<String, Object> operator) {
        settings = new HashMap<>(operator);
        admin = Admin.create(new HashMap<>(operator));
    }

    /** Hears records. */
    interface Handler {
        void handle(ConsumerRecord<String, byte[]> record);
    }

    /** But Kafka's own. */
    Set<TopicPartition> partitions() throws ExecutionException, InterruptedException, TimeoutException {
        Set<String> names = admin.listTopics(new ListTopicsOptions().listInternal(false))
                .names()
                .get(CALL_SECONDS, TimeUnit.SECONDS);
        Set<TopicPartition> all = new java.util.HashSet<>();
        admin.describeTopics(names)
                .allTopicNames()
                .get(CALL_SECONDS, TimeUnit.SECONDS)
                .forEach((name, topic) ->
                        topic.partitions().forEach(info -> all.add(new TopicPartition(name, info.partition()))));
        return all;
    }

    /** From the first record that is there to the last that was written when this was called. */
    void read(Collection<TopicPartition> partitions, Handler handler) throws TimeoutException {
        Map<String, Object> reading = new HashMap<>(settings);
        reading.put("isolation.level", "read_uncommitted");
        reading.put("enable.auto.commit", false);
        reading.put("auto.offset.reset", "earliest");
        reading.put("fetch.max.bytes", 8 * 1024 * 1024);
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(reading, new StringDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            long heard = System.nanoTime();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
                    heard = System.nanoTime();
                    handler.handle(record);
                }
                if (System.nanoTime() - heard > LONGEST_SILENCE.toNanos()) {
                    throw new TimeoutException("nothing arrives of " + new TreeSet<>(Set.of(partitions.toString())));
                }
            }
        }
    }

    /** A raw record that asks for the erasure, as ingest writes one. */
    RecordMetadata tombstone(String id) throws ExecutionException, InterruptedException, TimeoutException {
        return write(new ProducerRecord<>(RAW, id, null), id, "dev.postwire.post.erasure-requested.v1");
    }

    /** A tombstone as enrich writes one, where enrich no longer writes. */
    void tombstone(String id, TopicPartition place) throws ExecutionException, InterruptedException, TimeoutException {
        write(new ProducerRecord<>(place.topic(), place.partition(), id, null), id, "dev.postwire.post.erased.v1");
    }

    private RecordMetadata write(ProducerRecord<String, byte[]> record, String id, String type)
            throws ExecutionException, InterruptedException, TimeoutException {
        Map<String, Object> writing = new HashMap<>(settings);
        writing.put("acks", "all");
        try (KafkaProducer<String, byte[]> producer =
                new KafkaProducer<>(writing, new StringSerializer(), new ByteArraySerializer())) {
            Map<String, String> headers = Map.of(
                    "ce_specversion",
                    "1.0",
                    "ce_id",
                    UUID.randomUUID().toString(),
                    "ce_source",
                    "/postwire/erase",
                    "ce_type",
                    type,
                    "ce_time",
                    Instant.now().toString(),
                    "ce_subject",
                    id);
            headers.forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
            return producer.send(record).get(CALL_SECONDS, TimeUnit.SECONDS);
        }
    }

    @Override
    public Map<String, Map<String, String>> ownSettings(Collection<String> topics)
            throws ExecutionException, InterruptedException, TimeoutException {
        Set<String> there = admin.listTopics().names().get(CALL_SECONDS, TimeUnit.SECONDS);
        List<ConfigResource> asked =
                topics.stream().filter(there::contains).map(Topics::resource).toList();
        Map<String, Map<String, String>> own = new HashMap<>();
        admin.describeConfigs(asked).all().get(CALL_SECONDS, TimeUnit.SECONDS).forEach((topic, config) -> {
            Map<String, String> set = new HashMap<>();
            for (ConfigEntry entry : config.entries()) {
                if (entry.source() == ConfigEntry.ConfigSource.DYNAMIC_TOPIC_CONFIG)
                    set.put(entry.name(), entry.value());
            }
            own.put(topic.name(), set);
        });
        return own;
    }

    @Override
    public void change(String topic, Map<String, String> settings)
            throws ExecutionException, InterruptedException, TimeoutException {
        List<AlterConfigOp> changes = settings.entrySet().stream()
                .map(set -> new AlterConfigOp(
                        new ConfigEntry(set.getKey(), set.getValue()),
                        set.getValue() == null ? AlterConfigOp.OpType.DELETE : AlterConfigOp.OpType.SET))
                .toList();
        admin.incrementalAlterConfigs(Map.of(resource(topic), changes)).all().get(CALL_SECONDS, TimeUnit.SECONDS);
    }

    private static ConfigResource resource(String topic) {
        return new ConfigResource(ConfigResource.Type.TOPIC, topic);
    }

    @Override
    public void close() {
        admin.close(Duration.ZERO);
    }
}
