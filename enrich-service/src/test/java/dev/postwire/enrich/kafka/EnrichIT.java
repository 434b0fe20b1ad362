package dev.postwire.enrich.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.postwire.platform.kafka.EventHeaders;
import dev.postwire.platform.kafka.Topic;
import dev.postwire.testing.BrokerResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The service on a real broker, seen from the bus. */
@QuarkusTest
@QuarkusTestResource(BrokerResource.class)
class EnrichIT {
    private static final Duration SOON = Duration.ofSeconds(30);

    private final String id = "post-" + UUID.randomUUID();
    private Bus bus;

    @BeforeEach
    void connect() {
        bus = new Bus();
    }

    @AfterEach
    void disconnect() {
        bus.close();
    }

    @Test
    void publishesOneDocumentForAPost() throws Exception {
        RecordMetadata raw = bus.submit(id, "text/markdown", "# Hello\n\nA *short* post.".getBytes(UTF_8));

        awaitLedger(1);
        ConsumerRecord<String, byte[]> enriched = only(Topic.ENRICHED);

        JsonNode post = json(enriched);
        assertEquals("Hello", post.path("title").textValue());
        assertEquals("A short post.", post.path("text").textValue());
        assertEquals(raw.offset(), post.path("origin").path("offset").longValue());
        assertEquals(raw.partition(), enriched.partition());
        assertEquals(raw.partition() + "-" + raw.offset(), header(enriched, EventHeaders.ORIGIN));
        assertEquals("dev.postwire.post.enriched.v1", header(enriched, EventHeaders.TYPE));
    }

    @Test
    void publishesNothingNewForTheSameSubmission() throws Exception {
        byte[] body = "The same words twice.".getBytes(UTF_8);
        RecordMetadata first = bus.submit(id, "text/plain", body);
        bus.submit(id, "text/plain", body);

        List<ConsumerRecord<String, byte[]>> ledger = awaitLedger(2);

        assertEquals(1, bus.records(Topic.ENRICHED, id).size());
        assertEquals("unchanged", json(ledger.get(1)).path("outcome").textValue());
        assertEquals(
                first.offset(),
                json(ledger.get(1)).path("current").path("offset").longValue());
    }

    @Test
    void publishesAChangedSubmissionAndAReturnToTheFirst() throws Exception {
        bus.submit(id, "text/plain", "First words.".getBytes(UTF_8));
        bus.submit(id, "text/plain", "Other words.".getBytes(UTF_8));
        bus.submit(id, "text/plain", "First words.".getBytes(UTF_8));

        awaitLedger(3);

        assertEquals(
                List.of("First words.", "Other words.", "First words."),
                bus.records(Topic.ENRICHED, id).stream()
                        .map(record -> json(record).path("text").textValue())
                        .toList());
    }

    @Test
    void passesAnErasureOnAndForgetsThePost() throws Exception {
        bus.submit(id, "text/plain", "Words to erase.".getBytes(UTF_8));
        bus.erase(id);
        bus.submit(id, "text/plain", "Words to erase.".getBytes(UTF_8));

        List<ConsumerRecord<String, byte[]>> ledger = awaitLedger(3);

        List<ConsumerRecord<String, byte[]>> enriched = bus.records(Topic.ENRICHED, id);
        assertEquals(3, enriched.size());
        assertNull(enriched.get(1).value());
        assertEquals("dev.postwire.post.erased.v1", header(enriched.get(1), EventHeaders.TYPE));
        assertEquals("erased", json(ledger.get(1)).path("outcome").textValue());
        assertTrue(json(ledger.get(1)).path("current").isMissingNode());
        assertNull(only(Topic.REJECTED).value(), "what was rejected under the id goes as well");
        assertEquals("enriched", json(ledger.get(2)).path("outcome").textValue());
    }

    @Test
    void rejectsWhatCannotBeReadWithItsBytesAndGoesOn() throws Exception {
        byte[] random = new byte[2_000];
        new Random(7).nextBytes(random);
        bus.submit(id, "text/markdown", "Readable words.".getBytes(UTF_8));
        bus.submit(id, "text/markdown", random);
        bus.submit(id, "text/html", ("<div>".repeat(30_000) + "<p>Deep words.</p>").getBytes(UTF_8));

        List<ConsumerRecord<String, byte[]>> ledger = awaitLedger(3);

        ConsumerRecord<String, byte[]> rejected = only(Topic.REJECTED);
        assertArrayEquals(random, rejected.value());
        assertEquals("not-text", header(rejected, EventHeaders.REASON));
        assertEquals("1", header(rejected, EventHeaders.ATTEMPT));
        assertFalse(header(rejected, EventHeaders.DETAIL).isBlank());
        assertEquals("rejected", json(ledger.get(1)).path("outcome").textValue());
        assertEquals(
                json(ledger.get(0)).path("current"),
                json(ledger.get(1)).path("current"),
                "the published version stands after a rejected one");
        assertEquals(
                "Deep words.",
                json(bus.records(Topic.ENRICHED, id).get(1)).path("text").textValue());
    }

    @Test
    void keepsTheOrderOfOneId() throws Exception {
        for (int i = 0; i < 50; i++) bus.submit(id, "text/plain", ("Version number " + i + " of it.").getBytes(UTF_8));

        awaitLedger(50);

        List<String> texts = bus.records(Topic.ENRICHED, id).stream()
                .map(record -> json(record).path("text").textValue())
                .toList();
        for (int i = 0; i < 50; i++) assertEquals("Version number " + i + " of it.", texts.get(i));
    }

    @Test
    void makesNoSecondRevisionOfARetriedKeyThoughAnotherVersionCameBetween() throws Exception {
        bus.submitKeyed(id, "key-1", "First words.".getBytes(UTF_8));
        bus.submit(id, "text/plain", "Other words.".getBytes(UTF_8));
        bus.submitKeyed(id, "key-1", "First words.".getBytes(UTF_8));

        List<ConsumerRecord<String, byte[]>> ledger = awaitLedger(3);

        assertEquals(2, bus.records(Topic.ENRICHED, id).size());
        assertEquals("unchanged", json(ledger.get(2)).path("outcome").textValue());
        assertEquals(json(ledger.get(1)).path("current"), json(ledger.get(2)).path("current"));
    }

    @Test
    void bringsNothingBackWhereAKeyIsRetriedAfterAnErasure() throws Exception {
        bus.submitKeyed(id, "key-1", "First words.".getBytes(UTF_8));
        bus.erase(id);
        bus.submitKeyed(id, "key-1", "First words.".getBytes(UTF_8));

        List<ConsumerRecord<String, byte[]>> ledger = awaitLedger(3);

        assertEquals(2, bus.records(Topic.ENRICHED, id).size());
        assertEquals("unchanged", json(ledger.get(2)).path("outcome").textValue());
        assertTrue(json(ledger.get(2)).path("current").isMissingNode());
        assertEquals(
                json(ledger.get(1)).path("offset"), json(ledger.get(2)).path("erased"), "what older ones are told by");
    }

    @Test
    void rejectsAKeyThatIsUsedForOtherContentAndKeepsWhatItStandsFor() throws Exception {
        byte[] other = "Other words.".getBytes(UTF_8);
        bus.submitKeyed(id, "key-1", "First words.".getBytes(UTF_8));
        bus.submitKeyed(id, "key-1", other);
        bus.submitKeyed(id, "key-1", "First words.".getBytes(UTF_8));

        List<ConsumerRecord<String, byte[]>> ledger = awaitLedger(3);

        ConsumerRecord<String, byte[]> rejected = only(Topic.REJECTED);
        assertArrayEquals(other, rejected.value());
        assertEquals("idempotency-key-reused", header(rejected, EventHeaders.REASON));
        assertEquals(
                "idempotency-key-reused", json(ledger.get(1)).path("reason").textValue());
        assertEquals("unchanged", json(ledger.get(2)).path("outcome").textValue());
        assertEquals(1, bus.records(Topic.ENRICHED, id).size());
    }

    /** The route of the test's configuration takes what is in Finnish. */
    @Test
    void keepsARouteAsTheMainTopicForWhatItTakes() throws Exception {
        String other = id + ".other";
        bus.submit(other, "text/plain", "Only ever in English, and long enough to tell.".getBytes(UTF_8));
        bus.submit(id, "text/plain", "Kirjoitin tämän tekstin suomeksi, ja se on tarpeeksi pitkä.".getBytes(UTF_8));
        bus.submit(id, "text/plain", "By now it is in English, and long enough to tell.".getBytes(UTF_8));
        bus.submit(id, "text/plain", "Nyt se on taas suomeksi, ja se on tarpeeksi pitkä.".getBytes(UTF_8));
        bus.erase(id);
        awaitLedger(4);

        List<ConsumerRecord<String, byte[]>> main = bus.records(Topic.ENRICHED, id);
        List<ConsumerRecord<String, byte[]>> route = bus.all("posts.enriched.fi.v1").stream()
                .filter(record -> record.key().startsWith(id))
                .toList();

        assertEquals(
                List.of("enriched.v1", "left-route.v1", "enriched.v1", "erased.v1"),
                route.stream()
                        .map(record -> header(record, EventHeaders.TYPE).replace("dev.postwire.post.", ""))
                        .toList());
        assertArrayEquals(main.get(0).value(), route.get(0).value());
        assertNull(route.get(1).value());
        assertArrayEquals(main.get(2).value(), route.get(2).value());
        assertNull(route.get(3).value());
        assertTrue(route.stream().noneMatch(record -> record.key().equals(other)));
        assertEquals(main.get(0).partition(), route.get(0).partition());
    }

    private List<ConsumerRecord<String, byte[]>> awaitLedger(int entries) {
        return await().atMost(SOON).until(() -> bus.records(Topic.LEDGER, id), found -> found.size() == entries);
    }

    private ConsumerRecord<String, byte[]> only(Topic topic) {
        List<ConsumerRecord<String, byte[]>> records = bus.records(topic, id);
        assertEquals(1, records.size());
        return records.get(0);
    }

    private static String header(ConsumerRecord<String, byte[]> record, String name) {
        return EventHeaders.find(record.headers(), name).orElseThrow();
    }

    private static JsonNode json(ConsumerRecord<String, byte[]> record) {
        try {
            return Json.MAPPER.readTree(record.value());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
