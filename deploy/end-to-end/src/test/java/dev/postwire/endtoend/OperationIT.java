package dev.postwire.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What operators see of a stand: counts, names of metrics, traces, and parts that come back. */
@ExtendWith(SharedStand.class)
@Order(SharedStand.POSTS)
class OperationIT {
    private static final String ENRICHED = "posts.enriched.v1";
    private static final String REJECTED = "posts.rejected.v1";

    private static final Pattern METRIC = Pattern.compile("\\b(postwire|http_server|jvm|process)_[a-z_]+\\b");

    private final Stand stand;
    private final Client client;
    private final Subscriber subscriber;

    OperationIT(Stand stand) {
        this.stand = stand;
        this.client = new Client(stand);
        this.subscriber = new Subscriber(stand);
    }

    /** Every component: received = sent (or applied) + discarded; and what one sent the next received. */
    @Test
    void countsEverythingThatComesAndWhatBecameOfIt() throws Exception {
        Metrics before = Metrics.of(stand);
        byte[] body = "Counted words, which come twice and go once.".getBytes(UTF_8);
        client.put("counted", "text/plain", body);
        client.put("counted", "text/plain", body);
        client.put("counted-noise", "text/plain", new byte[] {0, (byte) 0xFF, 1, 2, 0, 3});
        // Stored before it is erased: what goes within one batch was never stored.
        client.settled(client.put("counted-gone", "text/plain", body).text("receipt"));
        client.post("application/json", "{".getBytes(UTF_8));
        client.post("image/png", body);
        Client.Answer last = client.delete("counted-gone");
        assertEquals("erased", client.settled(last.text("receipt")).text("state"));

        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            Metrics after = Metrics.of(stand);
            assertEquals(7, grown("postwire_ingest_received_total", "", before, after));
            assertEquals(5, grown("postwire_ingest_sent_total", "", before, after));
            assertEquals(2, grown("postwire_ingest_discarded_total", "", before, after));
            assertEquals(5, grown("postwire_enrich_received_total", "", before, after));
            assertEquals(4, grown("postwire_enrich_sent_total", "", before, after));
            assertEquals(1, grown("postwire_enrich_discarded_total", "unchanged", before, after));
            // The erasure is told by the ledger and by the tombstones of both topics; whichever comes first is applied.
            assertEquals(3, grown("postwire_query_received_total", ENRICHED, before, after));
            assertEquals(2, grown("postwire_query_received_total", REJECTED, before, after));
            assertEquals(5, grown("postwire_query_received_total", "posts.ledger.v1", before, after));
            assertEquals(2, grown("postwire_end_to_end_seconds_count", "", before, after));
            for (String topic : List.of(ENRICHED, REJECTED, "posts.ledger.v1")) {
                assertEquals(
                        after.sum("postwire_query_received_total", topic),
                        after.sum("postwire_query_applied_total", topic)
                                + after.sum("postwire_query_discarded_total", topic));
            }
            assertEquals(
                    after.sum("postwire_ingest_received_total"),
                    after.sum("postwire_ingest_sent_total") + after.sum("postwire_ingest_discarded_total"));
            assertEquals(
                    after.sum("postwire_enrich_received_total"),
                    after.sum("postwire_enrich_sent_total") + after.sum("postwire_enrich_discarded_total"));
            assertEquals(0, after.sum("postwire_consumer_lag"), "nothing is left to read");
        });
    }

    private static long grown(String name, String label, Metrics before, Metrics after) {
        return after.sum(name, label) - before.sum(name, label);
    }

    @Test
    void dashboardAndAlertsNameWhatIsExported() throws Exception {
        client.put("exported", "text/plain", "Seen once, so that every metric is there.".getBytes(UTF_8));
        Set<String> named = new TreeSet<>();
        for (String file : List.of("dashboard.json", "alerts.yml")) {
            Matcher name = METRIC.matcher(Files.readString(stand.root().resolve("deploy/observability/" + file)));
            while (name.find()) named.add(name.group());
        }
        assertTrue(named.size() > 10, named.toString());
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            Set<String> missing = new TreeSet<>(named);
            missing.removeAll(Metrics.of(stand).names());
            assertEquals(Set.of(), missing);
        });
    }

    @Test
    void oneTraceIdGoesFromTheCallToTheDocument() throws Exception {
        String trace = "4bf92f3577b34da6a3ce929d0e0e4736";
        Client.Answer taken = client.put(
                "traced",
                "text/plain",
                "Followed all the way.".getBytes(UTF_8),
                "00-" + trace + "-00f067aa0ba902b7-01");
        assertEquals("stored", client.settled(taken.text("receipt")).text("state"));
        for (String topic : List.of("posts.raw.v1", ENRICHED, "posts.ledger.v1")) {
            ConsumerRecord<String, byte[]> record =
                    subscriber.of(topic, "traced").get(0);
            String header =
                    new String(record.headers().lastHeader("traceparent").value(), UTF_8);
            assertEquals(trace, header.split("-")[1], topic);
        }
    }

    @Test
    void bringsAKilledPartBack() throws Exception {
        long before = stand.status().get("enrich").path("pid").asLong();

        stand.kill("enrich");

        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> {
                    JsonNode part = stand.status().get("enrich");
                    return part.path("healthy").asBoolean() && part.path("pid").asLong() != before;
                });
        assertTrue(stand.status().get("enrich").path("restarts").asInt() >= 1);
        Client.Answer taken = client.post("text/plain", "Written after one part was killed.".getBytes(UTF_8));
        assertEquals("stored", client.settled(taken.text("receipt")).text("state"));
    }
}
