package dev.postwire.bench.persist;

import dev.postwire.bench.million.Events;
import dev.postwire.bench.million.Events.Event;
import dev.postwire.platform.kafka.EventHeaders;
import dev.postwire.platform.kafka.KafkaClients;
import dev.postwire.platform.kafka.Topic;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;

/** Fills the topics as ingest and enrich do: a document and a line of the ledger for each post. */
final class FullTopics {
    private static final long BUFFER_BYTES = 64L * 1024 * 1024;
    private static final int PATIENCE_MILLIS = 60_000;

    private final KafkaClients clients;

    FullTopics(KafkaClients clients) {
        this.clients = clients;
    }

    void fill(int posts) throws ExecutionException, InterruptedException {
        try (Admin admin = clients.admin()) {
            List<NewTopic> topics = new ArrayList<>();
            for (Topic topic : Topic.values()) {
                topics.add(new NewTopic(topic.topicName(), topic.partitions(Events.PARTITIONS), (short) 1));
            }
            admin.createTopics(topics).all().get();
        }
        Events events = new Events();
        List<Future<?>> sent = new ArrayList<>();
        try (KafkaProducer<String, byte[]> producer =
                clients.producer(BUFFER_BYTES, PATIENCE_MILLIS, PATIENCE_MILLIS)) {
            for (int i = 0; i < posts; i++) {
                Event event = events.event(i);
                sent.add(producer.send(record(Topic.ENRICHED, event, event.enriched(), "enriched")));
                sent.add(producer.send(record(Topic.LEDGER, event, event.ledger(), "accounted")));
            }
            for (Future<?> one : sent) one.get();
        }
    }

    private static ProducerRecord<String, byte[]> record(Topic topic, Event event, byte[] value, String type) {
        Headers headers = EventHeaders.cloudEvent(
                event.id() + type, "dev.postwire.post." + type + ".v1", "/postwire/enrich", event.id(), Instant.now());
        EventHeaders.add(headers, EventHeaders.ORIGIN, event.partition() + "-" + event.offset());
        EventHeaders.add(headers, EventHeaders.RECEIVED_AT, event.receivedAt().toString());
        EventHeaders.add(headers, EventHeaders.CONTENT_TYPE, "application/json");
        return new ProducerRecord<>(topic.topicName(), event.partition(), event.id(), value, headers);
    }
}
