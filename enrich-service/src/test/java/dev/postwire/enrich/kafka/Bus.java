package dev.postwire.enrich.kafka;

import dev.postwire.platform.kafka.EventHeaders;
import dev.postwire.platform.kafka.Topic;
import dev.postwire.testing.Broker;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** The bus as its other users see it: writes raw records, reads everything committed on a topic. */
public final class Bus implements AutoCloseable {
    private final KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
            Map.of("bootstrap.servers", Broker.shared().bootstrapServers(), "acks", "all"),
            new StringSerializer(),
            new ByteArraySerializer());
    private final Map<String, TopicReading> readings = new HashMap<>();

    public RecordMetadata submit(String id, String contentType, byte[] value) throws Exception {
        Headers headers = EventHeaders.cloudEvent(
                UUID.randomUUID().toString(), "dev.postwire.post.submitted.v1", "/postwire/ingest", id, Instant.now());
        EventHeaders.add(headers, EventHeaders.CONTENT_TYPE, contentType);
        return send(id, value, headers);
    }

    /** As the intake does where the caller gave a key: the event's id stands for it. */
    public RecordMetadata submitKeyed(String id, String key, byte[] value) throws Exception {
        return send(id, value, keyed(id, key));
    }

    /** Sent, and acknowledged some time later. */
    public Future<RecordMetadata> submitKeyedSoon(String id, String key, byte[] value) {
        return producer.send(new ProducerRecord<>(Topic.RAW.topicName(), null, id, value, keyed(id, key)));
    }

    private static Headers keyed(String id, String key) {
        Headers headers =
                EventHeaders.cloudEvent(key, "dev.postwire.post.submitted.v1", "/postwire/ingest", id, Instant.now());
        EventHeaders.add(headers, EventHeaders.CONTENT_TYPE, "text/plain");
        EventHeaders.add(headers, EventHeaders.IDEMPOTENCY, EventHeaders.IDEMPOTENCY_BY_KEY);
        return headers;
    }

    public RecordMetadata erase(String id) throws Exception {
        return send(
                id,
                null,
                EventHeaders.cloudEvent(
                        UUID.randomUUID().toString(),
                        "dev.postwire.post.erasure-requested.v1",
                        "/postwire/ingest",
                        id,
                        Instant.now()));
    }

    /** Sent, and acknowledged some time later. */
    public Future<RecordMetadata> submitSoon(String id, byte[] value) {
        Headers headers = EventHeaders.cloudEvent(
                UUID.randomUUID().toString(), "dev.postwire.post.submitted.v1", "/postwire/ingest", id, Instant.now());
        EventHeaders.add(headers, EventHeaders.CONTENT_TYPE, "text/plain");
        return producer.send(new ProducerRecord<>(Topic.RAW.topicName(), null, id, value, headers));
    }

    /** A dead letter as an earlier version of the service left it, which could not read what this one can. */
    public Future<RecordMetadata> plant(ConsumerRecord<String, byte[]> letter, byte[] value) {
        return producer.send(new ProducerRecord<>(
                Topic.REJECTED.topicName(), letter.partition(), letter.key(), value, letter.headers()));
    }

    /** Whatever it is, wherever. */
    public RecordMetadata write(Topic topic, int partition, String key, byte[] value) throws Exception {
        return producer.send(new ProducerRecord<>(topic.topicName(), partition, key, value))
                .get(30, TimeUnit.SECONDS);
    }

    public RecordMetadata send(String id, byte[] value, Headers headers) throws Exception {
        return producer.send(new ProducerRecord<>(Topic.RAW.topicName(), null, id, value, headers))
                .get(30, TimeUnit.SECONDS);
    }

    /** All committed records of one key, in order. */
    public List<ConsumerRecord<String, byte[]>> records(Topic topic, String key) {
        return all(topic).stream().filter(record -> record.key().equals(key)).toList();
    }

    public List<ConsumerRecord<String, byte[]>> all(Topic topic) {
        return all(topic.topicName());
    }

    /** Read once and then followed: tests ask again and again. */
    public List<ConsumerRecord<String, byte[]>> all(String topic) {
        return readings.computeIfAbsent(topic, TopicReading::new).toItsEnd();
    }

    @Override
    public void close() {
        producer.close();
        readings.values().forEach(TopicReading::close);
    }
}
