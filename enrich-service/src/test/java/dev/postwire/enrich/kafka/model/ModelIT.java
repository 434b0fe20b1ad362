package dev.postwire.enrich.kafka.model;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.postwire.contracts.Schemas;
import dev.postwire.enrich.kafka.Bus;
import dev.postwire.enrich.kafka.HeaderJson;
import dev.postwire.enrich.learn.CurrentModel;
import dev.postwire.platform.kafka.EventHeaders;
import dev.postwire.platform.kafka.KafkaClients;
import dev.postwire.platform.kafka.Topic;
import dev.postwire.testing.Broker;
import dev.postwire.testing.BrokerResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From the authors' tags on the bus to a learned tag on the next post, over a real broker. */
@QuarkusTest
@QuarkusTestResource(BrokerResource.class)
class ModelIT {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final List<String> KITCHEN =
            List.of("dough", "yeast", "oven", "crumb", "rye", "flour", "crust", "sourdough", "kneading", "proofing");
    private static final List<String> GARDEN =
            List.of("seedlings", "compost", "slugs", "trellis", "beans", "mulch", "spade", "frost", "tomatoes", "soil");

    private final String site = "blog-" + UUID.randomUUID() + ".example";
    private final KafkaClients clients =
            KafkaClients.of(Map.of("bootstrap.servers", Broker.shared().bootstrapServers()), "model-it");

    @Inject
    CurrentModel current;

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
    void learnsFromAuthorsAndTagsThePostsThatFollow() throws Exception {
        submitTagged(60);

        Learning.Done done = learn(false);

        assertTrue(done.published());
        awaitInUse(done);
        JsonPath preview =
                preview("Rye dough and yeast in the oven: flour, crumb and crust of a sourdough after proofing.");
        assertEquals(done.model().version(), preview.getString("post.enricher.model"));
        assertTrue(preview.getList("post.tags.slug").contains("bread"), preview.prettify());
        assertTrue(
                preview.getList("post.tags.find { it.slug == 'bread' }.from").contains("learned"), preview.prettify());
        assertFalse(preview.getList("post.tags.find { it.slug == 'bread' }.evidence")
                .isEmpty());
    }

    @Test
    void learnsOnlyWhatIsNewAndNothingWhereNothingIs() throws Exception {
        submitTagged(40);
        Learning.Done first = learn(true);
        List<String> more = submitTagged(10);
        bus.erase(more.get(0));
        await().atMost(SOON)
                .until(() -> bus.records(Topic.ENRICHED, more.get(0)).size() == 2);

        Learning.Done second = learn(false);
        Learning.Done third = learn(false);

        assertTrue(first.anew());
        assertFalse(second.anew());
        assertEquals(first.model().posts() + 9, second.model().posts());
        assertNotEquals(first.model().version(), second.model().version());
        assertFalse(third.published());
        assertEquals(second.model().version(), third.model().version());
    }

    @Test
    void keepsTheModelInUseWhereTheNextIsBroken() throws Exception {
        submitTagged(40);
        Learning.Done good = learn(true);
        awaitInUse(good);

        publishBroken();
        Learning.Done next = learn(false);

        assertTrue(next.anew(), "a broken model is nothing to go on from");
        awaitInUse(next);
    }

    @Test
    void writesRecordsByTheContract() throws Exception {
        submitTagged(40);
        learn(true);

        for (ConsumerRecord<String, byte[]> record : bus.all(Topic.MODEL)) {
            assertEquals(List.of(), Schemas.faults("model-headers.v1.schema.json", HeaderJson.of(record.headers())));
        }
        ModelTopic.Published published = ModelTopic.read(clients);
        assertEquals(
                List.of(),
                Schemas.faults(
                        "model-manifest.v1.schema.json",
                        new com.fasterxml.jackson.databind.ObjectMapper().readTree(published.manifest())));
        assertEquals(
                published.readManifest().orElseThrow().parts().size(),
                published.parts().size());
    }

    private List<String> submitTagged(int posts) throws Exception {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < posts; i++) {
            boolean kitchen = i % 2 == 0;
            List<String> words = kitchen ? KITCHEN : GARDEN;
            StringBuilder text = new StringBuilder("Notes number " + i + ".");
            for (int w = 0; w < 6; w++) text.append(" The ").append(words.get((i + w * 3) % words.size()));
            String id = "learn-" + UUID.randomUUID();
            Headers headers = EventHeaders.cloudEvent(
                    UUID.randomUUID().toString(),
                    "dev.postwire.post.submitted.v1",
                    "/postwire/ingest",
                    id,
                    Instant.now());
            EventHeaders.add(headers, EventHeaders.CONTENT_TYPE, "text/plain");
            EventHeaders.add(headers, EventHeaders.URL, "https://" + site + "/" + id);
            EventHeaders.add(headers, EventHeaders.TAG, kitchen ? "Bread" : "Vegetables");
            bus.send(id, text.toString().getBytes(StandardCharsets.UTF_8), headers);
            ids.add(id);
        }
        await().atMost(SOON)
                .pollInterval(Duration.ofMillis(300))
                .until(() -> bus.all(Topic.ENRICHED).stream()
                                .filter(record -> ids.contains(record.key()))
                                .count()
                        == posts);
        return ids;
    }

    private Learning.Done learn(boolean full) throws Exception {
        return new Learning(clients, records -> {}).run(full);
    }

    private void awaitInUse(Learning.Done done) {
        await().atMost(SOON)
                .until(() -> current.get().version().equals(done.model().version()));
    }

    private void publishBroken() {
        try (KafkaProducer<String, byte[]> producer = clients.transactionalProducer("broken")) {
            producer.initTransactions();
            producer.beginTransaction();
            Headers headers = EventHeaders.cloudEvent(
                    UUID.randomUUID().toString(),
                    "dev.postwire.model.published.v1",
                    "/postwire/learn",
                    ModelTopic.MANIFEST_KEY,
                    Instant.now());
            producer.send(new ProducerRecord<>(
                    Topic.MODEL.topicName(),
                    0,
                    ModelTopic.MANIFEST_KEY,
                    "{\"version\":\"x\"".getBytes(StandardCharsets.UTF_8),
                    headers));
            producer.commitTransaction();
        }
    }

    private JsonPath preview(String text) {
        return RestAssured.given()
                .contentType("text/plain")
                .queryParam("url", "https://" + site + "/new")
                .body(text)
                .post("/v1/preview")
                .jsonPath();
    }
}
