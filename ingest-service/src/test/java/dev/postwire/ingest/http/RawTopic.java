package dev.postwire.ingest.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import dev.postwire.contracts.GoldenSample;
import dev.postwire.platform.kafka.Receipt;
import dev.postwire.testing.Broker;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** The raw topic as a reader sees it, and the contract its records are held to. */
final class RawTopic {
    static final String NAME = "posts.raw.v1";

    private static final JsonMapper JSON = new JsonMapper();
    private static final SchemaRegistry REGISTRY = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            builder -> builder.schemaRegistryConfig(
                    SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));

    private RawTopic() {}

    /** The record a receipt stands for. */
    static ConsumerRecord<String, byte[]> at(String receiptText) {
        Receipt receipt = Receipt.parse(receiptText).orElseThrow();
        TopicPartition partition = new TopicPartition(NAME, receipt.partition());
        try (KafkaConsumer<String, byte[]> consumer = consumer()) {
            consumer.assign(List.of(partition));
            consumer.seek(partition, receipt.offset());
            Instant deadline = Instant.now().plusSeconds(10);
            while (Instant.now().isBefore(deadline)) {
                for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofMillis(200))) {
                    if (record.offset() == receipt.offset()) return record;
                }
            }
        }
        throw new AssertionError("nothing stands at " + receiptText);
    }

    /** How many records the topic has ever taken. */
    static long size() {
        try (KafkaConsumer<String, byte[]> consumer = consumer()) {
            List<TopicPartition> partitions = consumer.partitionsFor(NAME).stream()
                    .map(info -> new TopicPartition(NAME, info.partition()))
                    .toList();
            return consumer.endOffsets(partitions).values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
        }
    }

    static List<String> headers(ConsumerRecord<String, byte[]> record, String name) {
        return StreamSupport.stream(record.headers().headers(name).spliterator(), false)
                .map(RawTopic::text)
                .toList();
    }

    /** What the record's headers have against raw-headers.v1.schema.json. */
    static List<String> faults(ConsumerRecord<String, byte[]> record) {
        return REGISTRY.getSchema(GoldenSample.schema("raw-headers.v1.schema.json")).validate(json(record)).stream()
                .map(Error::toString)
                .toList();
    }

    private static JsonNode json(ConsumerRecord<String, byte[]> record) {
        ObjectNode object = JSON.createObjectNode();
        for (Header header : record.headers()) {
            JsonNode before = object.get(header.key());
            if (before == null) object.put(header.key(), text(header));
            else if (before instanceof ArrayNode several) several.add(text(header));
            else object.set(header.key(), JSON.createArrayNode().add(before).add(text(header)));
        }
        return object;
    }

    private static String text(Header header) {
        return new String(header.value(), StandardCharsets.UTF_8);
    }

    private static KafkaConsumer<String, byte[]> consumer() {
        return new KafkaConsumer<>(
                Map.of("bootstrap.servers", Broker.shared().bootstrapServers(), "allow.auto.create.topics", "false"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
    }
}
