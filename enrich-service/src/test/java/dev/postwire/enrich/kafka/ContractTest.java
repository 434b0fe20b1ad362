package dev.postwire.enrich.kafka;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import dev.postwire.contracts.GoldenSample;
import dev.postwire.contracts.Schemas;
import dev.postwire.enrich.Enricher;
import dev.postwire.platform.kafka.EventHeaders;
import dev.postwire.platform.kafka.Topic;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The enricher as a reader of the raw topic and as the writer of the three others, held to the contract. */
class ContractTest {
    private static final Map<String, String> SCHEMAS = Map.of(
            Topic.ENRICHED.topicName(), "enriched-headers.v1.schema.json",
            Topic.REJECTED.topicName(), "rejected-headers.v1.schema.json",
            Topic.LEDGER.topicName(), "ledger-headers.v1.schema.json");

    private static final String ROUTE = "posts.enriched.de.v1";

    private final Accountant accountant = new Accountant(new Enricher(), new Routes(List.of()));

    static List<GoldenSample> rawSamples() {
        return GoldenSample.all(Topic.RAW.topicName());
    }

    static List<GoldenSample> ledgerSamples() {
        return GoldenSample.all(Topic.LEDGER.topicName());
    }

    static Stream<Path> documents() throws IOException {
        return Files.list(Path.of("src/test/resources/golden")).sorted();
    }

    @ParameterizedTest
    @MethodSource("rawSamples")
    void readsEveryRawSampleAndWritesByTheSchemas(GoldenSample sample) throws IOException {
        List<ProducerRecord<String, byte[]>> records =
                accountant.account(record(sample), new LedgerMemory()).records();

        // The entry and the document, or the entry and the tombstones on both topics that hold something of a post.
        assertEquals(sample.value().isPresent() ? 2 : 3, records.size());
        for (ProducerRecord<String, byte[]> record : records) assertByTheContract(record);
    }

    @ParameterizedTest
    @MethodSource("documents")
    void writesDocumentsByTheSchema(Path folder) throws IOException {
        JsonNode expected = Json.MAPPER.readTree(folder.resolve("expected.json").toFile());
        ((com.fasterxml.jackson.databind.node.ObjectNode) expected).set("origin", Json.MAPPER.readTree("""
                        {"partition":0,"offset":0,"receivedAt":"2026-01-01T00:00:00Z","contentType":"text/plain","bytes":1,
                         "sha256":"0000000000000000000000000000000000000000000000000000000000000000"}
                        """));

        assertEquals(List.of(), Schemas.faults("enriched-post.v1.schema.json", expected));
    }

    @Test
    void writesRejectionsByTheSchema() throws IOException {
        Headers headers = EventHeaders.cloudEvent(
                "e-1",
                "dev.postwire.post.submitted.v1",
                "/postwire/ingest",
                "a",
                Instant.parse("2026-01-01T00:00:00Z"));
        EventHeaders.add(headers, EventHeaders.CONTENT_TYPE, "text/html");
        EventHeaders.add(headers, EventHeaders.TAG, "one");
        EventHeaders.add(headers, EventHeaders.TAG, "two");
        byte[] bytes = new byte[100];

        List<ProducerRecord<String, byte[]>> records = accountant
                .account(record("a", headers, bytes), new LedgerMemory())
                .records();

        assertEquals(Topic.REJECTED.topicName(), records.get(0).topic());
        assertEquals(List.of("one", "two"), EventHeaders.all(records.get(0).headers(), EventHeaders.TAG));
        for (ProducerRecord<String, byte[]> record : records) assertByTheContract(record);
    }

    @ParameterizedTest
    @MethodSource("ledgerSamples")
    void readsEveryLedgerSampleAndWritesTheSame(GoldenSample sample) throws IOException {
        JsonNode json = Json.MAPPER.readTree(sample.value().orElseThrow());

        LedgerEntry entry = Json.MAPPER.treeToValue(json, LedgerEntry.class);

        assertEquals(json, Json.MAPPER.readTree(Json.bytes(entry)));
    }

    @Test
    void writesToRoutesByTheSchemas() throws IOException {
        Routes routes = new Routes(List.of(new Route(ROUTE, Set.of("de"), Set.of(), Set.of())));
        Accountant routing = new Accountant(new Enricher(), routes);
        LedgerMemory memory = new LedgerMemory();
        Headers headers = EventHeaders.cloudEvent(
                "e-1",
                "dev.postwire.post.submitted.v1",
                "/postwire/ingest",
                "a",
                Instant.parse("2026-01-01T00:00:00Z"));
        EventHeaders.add(headers, EventHeaders.CONTENT_TYPE, "text/plain");
        List<ProducerRecord<String, byte[]>> routed = new ArrayList<>();
        for (String text :
                List.of("Ein Satz auf Deutsch, der ist lang genug.", "A sentence in English, long enough.")) {
            routed.addAll(routing.account(record("a", headers, text.getBytes(StandardCharsets.UTF_8)), memory)
                    .records());
        }
        routed.addAll(routing.account(record("a", headers, null), memory).records());
        routed.removeIf(record -> !record.topic().equals(ROUTE));

        assertEquals(
                List.of(
                        "dev.postwire.post.enriched.v1",
                        "dev.postwire.post.left-route.v1",
                        "dev.postwire.post.erased.v1"),
                routed.stream()
                        .map(record -> EventHeaders.find(record.headers(), EventHeaders.TYPE)
                                .orElseThrow())
                        .toList());
        for (ProducerRecord<String, byte[]> record : routed) {
            assertEquals(List.of(), Schemas.faults("enriched-headers.v1.schema.json", HeaderJson.of(record.headers())));
        }
    }

    @Test
    void failsOnAnOutcomeItDoesNotKnow() {
        Assertions.assertThrows(
                MismatchedInputException.class,
                () -> Json.MAPPER.readValue("{\"partition\":0,\"offset\":1,\"outcome\":\"lost\"}", LedgerEntry.class));
    }

    private static void assertByTheContract(ProducerRecord<String, byte[]> record) throws IOException {
        assertEquals(List.of(), Schemas.faults(SCHEMAS.get(record.topic()), HeaderJson.of(record.headers())));
        if (record.topic().equals(Topic.LEDGER.topicName())) {
            JsonNode entry = Json.MAPPER.readTree(record.value());
            assertEquals(List.of(), Schemas.faults("ledger-entry.v1.schema.json", entry));
        } else if (record.topic().equals(Topic.ENRICHED.topicName()) && record.value() != null) {
            JsonNode post = Json.MAPPER.readTree(record.value());
            assertEquals(List.of(), Schemas.faults("enriched-post.v1.schema.json", post));
        } else if (record.value() == null) {
            assertNull(record.headers().lastHeader(EventHeaders.CONTENT_TYPE));
        }
        assertTrue(record.partition() == 3, "the partition of the raw record");
    }

    private static ConsumerRecord<String, byte[]> record(GoldenSample sample) {
        Headers headers = new RecordHeaders();
        sample.headers().forEach(h -> headers.add(h.name(), h.value().getBytes(StandardCharsets.UTF_8)));
        return record(sample.key(), headers, sample.value().orElse(null));
    }

    private static ConsumerRecord<String, byte[]> record(String key, Headers headers, byte[] value) {
        return new ConsumerRecord<>(
                Topic.RAW.topicName(),
                3,
                7L,
                0L,
                TimestampType.CREATE_TIME,
                0,
                0,
                key,
                value,
                headers,
                Optional.empty());
    }
}
