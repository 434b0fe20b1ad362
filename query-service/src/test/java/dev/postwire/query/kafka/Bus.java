package dev.postwire.query.kafka;

import dev.postwire.contracts.GoldenSample;
import dev.postwire.platform.kafka.EventHeaders;
import dev.postwire.platform.kafka.Topic;
import dev.postwire.query.post.Event;
import dev.postwire.testing.Broker;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** The topics as ingest and enrich write them, for tests. */
public final class Bus implements AutoCloseable {
    private static final int PARTITIONS = 6;

    private final KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
            Map.of("bootstrap.servers", Broker.shared().bootstrapServers()),
            new StringSerializer(),
            new ByteArraySerializer());

    /** Topics that are there already stay as they are. */
    public static void createTopics() throws Exception {
        try (Admin admin =
                Admin.create(Map.of("bootstrap.servers", Broker.shared().bootstrapServers()))) {
            List<NewTopic> topics = Arrays.stream(Topic.values())
                    .map(topic -> new NewTopic(topic.topicName(), PARTITIONS, (short) 1).configs(topic.settings()))
                    .toList();
            for (var created : admin.createTopics(topics).values().values()) {
                try {
                    created.get();
                } catch (ExecutionException e) {
                    if (!(e.getCause() instanceof TopicExistsException)) throw e;
                }
            }
        }
    }

    /** As {@code KafkaClients} makes it, in a group of the test's own. */
    static KafkaConsumer<String, byte[]> consumer(String group) {
        return new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        Broker.shared().bootstrapServers(),
                        "group.id",
                        group,
                        "isolation.level",
                        "read_committed",
                        "enable.auto.commit",
                        false,
                        "auto.offset.reset",
                        "earliest",
                        "max.poll.records",
                        1_000,
                        "metadata.max.age.ms",
                        500,
                        "partition.assignment.strategy",
                        "org.apache.kafka.clients.consumer.CooperativeStickyAssignor"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
    }

    public RecordMetadata send(ProducerRecord<String, byte[]> record) throws Exception {
        return producer.send(record).get();
    }

    /** What ingest writes; its place is the receipt. */
    public RecordMetadata raw(String id) throws Exception {
        return send(new ProducerRecord<>(Topic.RAW.topicName(), id, new byte[] {'x'}));
    }

    /** The same with a body. */
    public RecordMetadata raw(String id, String contentType, byte[] body) throws Exception {
        return raw(id, contentType, body, null);
    }

    /** The same in that partition. */
    public RecordMetadata raw(String id, String contentType, byte[] body, Integer partition) throws Exception {
        ProducerRecord<String, byte[]> record = new ProducerRecord<>(Topic.RAW.topicName(), partition, id, body);
        EventHeaders.add(record.headers(), EventHeaders.CONTENT_TYPE, contentType);
        return send(record);
    }

    /** What the intake gives for it. */
    public static String receipt(RecordMetadata raw) {
        return raw.partition() + "-" + raw.offset();
    }

    /** What enrich accounts of a raw record that says what is published already. */
    public void unchanged(RecordMetadata raw, String id, long current) throws Exception {
        account(
                raw,
                id,
                "unchanged",
                ",\"current\":{\"offset\":%d,\"fingerprint\":\"%s\"}".formatted(current, "a".repeat(64)));
    }

    /** What enrich writes of it. */
    public void enriched(RecordMetadata raw, Event event) throws Exception {
        event.origin(raw.partition(), raw.offset()).receivedAt(Instant.now().toString());
        String id = event.json().get("id").textValue();
        send(record(Topic.ENRICHED, raw, id, event.bytes(), "dev.postwire.post.enriched.v1"));
        account(
                raw,
                id,
                "enriched",
                ",\"current\":{\"offset\":%d,\"fingerprint\":\"%s\"}".formatted(raw.offset(), "a".repeat(64)));
    }

    /** As {@link #enriched}, without waiting for the broker's answer and without an entry in the ledger. */
    public void enrichedSoon(RecordMetadata raw, Event event) {
        event.origin(raw.partition(), raw.offset()).receivedAt(Instant.now().toString());
        String id = event.json().get("id").textValue();
        producer.send(record(Topic.ENRICHED, raw, id, event.bytes(), "dev.postwire.post.enriched.v1"));
    }

    public void erased(RecordMetadata raw, String id) throws Exception {
        send(record(Topic.ENRICHED, raw, id, null, "dev.postwire.post.erased.v1"));
        account(raw, id, "erased", "");
    }

    public void rejected(RecordMetadata raw, String id, String reason, String detail) throws Exception {
        rejected(raw, id, reason, detail, 1);
    }

    public void rejected(RecordMetadata raw, String id, String reason, String detail, int attempt) throws Exception {
        ProducerRecord<String, byte[]> record =
                record(Topic.REJECTED, raw, id, new byte[] {1, 2, 3}, "dev.postwire.post.rejected.v1");
        EventHeaders.add(record.headers(), EventHeaders.REASON, reason);
        EventHeaders.add(record.headers(), EventHeaders.DETAIL, detail);
        EventHeaders.add(record.headers(), EventHeaders.ATTEMPT, String.valueOf(attempt));
        send(record);
        account(raw, id, "rejected", ",\"reason\":\"%s\",\"detail\":\"%s\"".formatted(reason, detail));
    }

    private void account(RecordMetadata raw, String id, String outcome, String more) throws Exception {
        String json = "{\"partition\":%d,\"offset\":%d,\"outcome\":\"%s\",\"receivedAt\":\"%s\"%s}"
                .formatted(raw.partition(), raw.offset(), outcome, Instant.now(), more);
        send(record(
                Topic.LEDGER,
                raw,
                id,
                json.getBytes(java.nio.charset.StandardCharsets.UTF_8),
                "dev.postwire.post.accounted.v1"));
    }

    public static ProducerRecord<String, byte[]> record(
            Topic topic, RecordMetadata raw, String id, byte[] value, String type) {
        Headers headers =
                EventHeaders.cloudEvent(UUID.randomUUID().toString(), type, "/postwire/enrich", id, Instant.now());
        EventHeaders.add(headers, EventHeaders.ORIGIN, raw.partition() + "-" + raw.offset());
        EventHeaders.add(headers, EventHeaders.RECEIVED_AT, Instant.now().toString());
        if (value != null) EventHeaders.add(headers, EventHeaders.CONTENT_TYPE, "application/json");
        return new ProducerRecord<>(topic.topicName(), raw.partition(), id, value, headers);
    }

    static ProducerRecord<String, byte[]> record(GoldenSample sample, int partition) {
        Headers headers = new RecordHeaders();
        sample.headers().forEach(header -> EventHeaders.add(headers, header.name(), header.value()));
        return new ProducerRecord<>(
                sample.topic(), partition, sample.key(), sample.value().orElse(null), headers);
    }

    @Override
    public void close() {
        producer.close();
    }
}
