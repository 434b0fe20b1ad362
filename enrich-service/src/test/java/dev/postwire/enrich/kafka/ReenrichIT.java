package dev.postwire.enrich.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.postwire.platform.kafka.EventHeaders;
import dev.postwire.platform.kafka.KafkaClients;
import dev.postwire.platform.kafka.Loop;
import dev.postwire.platform.kafka.Receipt;
import dev.postwire.platform.kafka.Topic;
import dev.postwire.testing.Broker;
import dev.postwire.testing.BrokerResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Re-enrichment beside live posts, on a real broker. */
@QuarkusTest
@QuarkusTestResource(BrokerResource.class)
class ReenrichIT {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final int FAST = 5_000;

    private final String run = UUID.randomUUID().toString();
    private final KafkaClients clients =
            KafkaClients.of(Map.of("bootstrap.servers", Broker.shared().bootstrapServers()), "reenrich-it");
    private final ReenrichJob job = new ReenrichJob(clients);

    @Inject
    EnrichLoops service;

    private Bus bus;

    @BeforeEach
    void connect() {
        bus = new Bus();
    }

    @AfterEach
    void disconnect() throws Exception {
        job.stop();
        bus.close();
    }

    @Test
    void publishesNothingWhereNothingDiffers() throws Exception {
        for (int i = 0; i < 20; i++) bus.submit(run + "." + i, "text/plain", ("Words of " + i).getBytes(UTF_8));
        awaitLedger(20);

        ReenrichRequest request = job.start(FAST, false);
        assertTrue(job.await(request, Duration.ofMillis(200), far -> {}));

        assertEquals(20, ours(Topic.ENRICHED).size());
        assertEquals(20, ours(Topic.LEDGER).size());
        staysDoneThoughItsPositionsAreForgotten(request);
    }

    /** As the broker does after some days. */
    private void staysDoneThoughItsPositionsAreForgotten(ReenrichRequest request) throws Exception {
        Set<String> passed = request.partitions().stream()
                .map(partition -> "passed-" + partition)
                .collect(Collectors.toSet());
        await().atMost(SOON).until(() -> bus.all(Topic.REENRICH).stream()
                .filter(record -> record.value() != null
                        && new String(record.value(), UTF_8).contains(String.valueOf(request.run())))
                .map(ConsumerRecord::key)
                .collect(Collectors.toSet())
                .containsAll(passed));
        try (Admin admin = clients.admin()) {
            admin.deleteConsumerGroups(List.of(Reenrichment.GROUP)).all().get(30, TimeUnit.SECONDS);
        }

        Loop another = new Loop("another", service.work("another"), Duration.ofMinutes(2));
        another.start();
        bus.submit(run + ".live", "text/plain", "Live.".getBytes(UTF_8));
        awaitLedger(21);
        assertTrue(another.stop(SOON));

        assertTrue(job.howFar(request).done());
        Set<TopicPartition> partitions = request.partitions().stream()
                .map(partition -> new TopicPartition(Topic.RAW.topicName(), partition))
                .collect(Collectors.toSet());
        assertTrue(SidePositions.committed(clients, Reenrichment.GROUP, partitions).values().stream()
                .allMatch(Optional::isEmpty));
    }

    /** Everything is published anew while the same posts are updated and erased, workers come and go, and the broker dies. */
    @Test
    void letsNoOlderResultTakeThePlaceOfANewerOne() throws Exception {
        int posts = 60;
        Map<String, String> last = new HashMap<>();
        List<Future<RecordMetadata>> sent = new ArrayList<>();
        for (int i = 0; i < posts; i++) sent.add(submit(i, 0, last));
        for (Future<RecordMetadata> one : sent) one.get();
        awaitLedger(posts);
        ReenrichRequest request = job.start(FAST, true);
        Random random = new Random(11);
        for (int round = 0; round < 3; round++) {
            Loop loop = new Loop("race-" + round, service.work("race-" + round), Duration.ofMinutes(2));
            loop.start();
            for (int change = 0; change < 150; change++) {
                int post = random.nextInt(posts);
                if (random.nextInt(4) > 0)
                    submit(post, sent.size() + round * 1_000 + change, last).get();
                else erase(post, last);
            }
            if (round == 1) {
                Broker.shared().kill();
                Broker.shared().start();
            }
            assertTrue(loop.stop(SOON));
            // Again from the beginning, over what has changed meanwhile.
            request = job.start(FAST, true);
        }
        assertTrue(job.await(request, Duration.ofMillis(200), far -> {}));
        awaitLedger(posts + 3 * 150);

        Map<String, List<ConsumerRecord<String, byte[]>>> histories =
                ours(Topic.ENRICHED).stream().collect(Collectors.groupingBy(ConsumerRecord::key));
        for (var history : histories.entrySet()) assertNeverGoesBack(history.getKey(), history.getValue());
        histories.forEach((id, history) -> assertEndsWith(last.get(id), history.get(history.size() - 1)));
        long renewed =
                ours(Topic.ENRICHED).stream().filter(ReenrichIT::isRenewed).count();
        assertTrue(renewed > posts / 2, "the race was one: " + renewed + " results of re-enrichment");
    }

    private Future<RecordMetadata> submit(int post, int version, Map<String, String> last) {
        String text = "Version " + version + " of post " + post + ".";
        last.put(run + "." + post, text);
        return bus.submitSoon(run + "." + post, text.getBytes(UTF_8));
    }

    private void erase(int post, Map<String, String> last) throws Exception {
        last.put(run + "." + post, null);
        bus.erase(run + "." + post);
    }

    private static void assertNeverGoesBack(String id, List<ConsumerRecord<String, byte[]>> history) {
        long offset = -1;
        long renewal = -1;
        for (ConsumerRecord<String, byte[]> record : history) {
            long next = EventHeaders.find(record.headers(), EventHeaders.ORIGIN)
                    .flatMap(Receipt::parse)
                    .orElseThrow()
                    .offset();
            long nextRenewal = renewal(record);
            assertTrue(
                    next > offset || next == offset && nextRenewal > renewal, id + " goes back at " + record.offset());
            offset = next;
            renewal = nextRenewal;
        }
    }

    private static void assertEndsWith(String text, ConsumerRecord<String, byte[]> last) {
        if (text == null) assertNull(last.value());
        else assertEquals(text, json(last).path("text").textValue());
    }

    private static boolean isRenewed(ConsumerRecord<String, byte[]> record) {
        return renewal(record) > 0;
    }

    /** The run that made it; 0 for a live result. */
    private static long renewal(ConsumerRecord<String, byte[]> record) {
        if (record.value() == null) return 0;
        String[] version =
                json(record).path("enricher").path("version").textValue().split("\\.");
        return version.length > 1 ? Long.parseLong(version[1]) : 0;
    }

    private static JsonNode json(ConsumerRecord<String, byte[]> record) {
        try {
            return Json.MAPPER.readTree(record.value());
        } catch (java.io.IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** One entry for each submission; re-enrichment writes further ones. */
    private void awaitLedger(int submissions) {
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(300))
                .until(() -> ours(Topic.LEDGER).stream()
                                .map(entry -> EventHeaders.find(entry.headers(), EventHeaders.ORIGIN)
                                        .orElseThrow())
                                .distinct()
                                .count()
                        >= submissions);
    }

    private List<ConsumerRecord<String, byte[]>> ours(Topic topic) {
        return bus.all(topic).stream()
                .filter(record -> record.key().startsWith(run))
                .toList();
    }
}
