package dev.postwire.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.postwire.contracts.Schemas;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** One stand of the packaged services, used as people use it: post, subscribe, query, operate. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PostwireIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ENRICHED = "posts.enriched.v1";
    private static final String REJECTED = "posts.rejected.v1";

    @TempDir
    static Path folder;

    private static final Pattern METRIC = Pattern.compile("\\b(postwire|http_server|jvm|process)_[a-z_]+\\b");

    private static Stand stand;
    private static Client client;
    private static Subscriber subscriber;

    @BeforeAll
    static void up() throws Exception {
        stand = new Stand(folder.resolve("stand"));
        stand.up();
        client = new Client(stand);
        subscriber = new Subscriber(stand);
    }

    @AfterAll
    static void down() throws Exception {
        Set<Long> pids = new HashSet<>();
        for (JsonNode part : stand.status().values()) pids.add(part.path("pid").asLong());
        stand.close();
        assertTrue(
                pids.stream().noneMatch(pid -> ProcessHandle.of(pid)
                        .map(ProcessHandle::isAlive)
                        .orElse(false)),
                "no process is left");
    }

    /** The project's own samples, and where they are at hand the two found in the wild. */
    @Test
    void turnsEverySampleIntoOneDocumentThatCanBeFound() throws Exception {
        for (Path sample : samples()) {
            byte[] body = Files.readAllBytes(sample);
            Client.Answer taken = client.post(type(sample), body);
            assertEquals(202, taken.status(), sample.toString());
            Client.Answer read =
                    client.get("/v1/posts/" + taken.text("id") + "?receipt=" + taken.text("receipt") + "&wait=20s");
            assertEquals(200, read.status(), sample.toString());
            assertEquals("stored", client.settled(taken.text("receipt")).text("state"));

            List<ConsumerRecord<String, byte[]>> records = subscriber.of(ENRICHED, taken.text("id"));
            assertEquals(1, records.size());
            assertEquals(
                    List.of(),
                    Schemas.faults(
                            "enriched-post.v1.schema.json",
                            JSON.readTree(records.get(0).value())),
                    sample.toString());

            String word = Arrays.stream(read.text("text").split("\\W+"))
                    .filter(w -> w.length() > 5)
                    .findFirst()
                    .orElse("");
            if (!word.isEmpty()) assertTrue(ids("/v1/posts?q=" + word).contains(taken.text("id")), word);
        }
    }

    @Test
    void takesARetryForWhatItIs() throws Exception {
        byte[] body = "Exactly the same words, posted twice by a nervous client.".getBytes(UTF_8);
        Client.Answer first = client.post("text/plain", body);
        assertEquals("stored", client.settled(first.text("receipt")).text("state"));
        long total = client.get("/v1/posts").json().path("total").asLong();

        Client.Answer second = client.post("text/plain", body);

        assertEquals(first.text("id"), second.text("id"));
        assertEquals("stored", client.settled(second.text("receipt")).text("state"));
        assertEquals(total, client.get("/v1/posts").json().path("total").asLong());
        assertEquals(1, subscriber.of(ENRICHED, first.text("id")).size());
        assertEquals(
                1,
                client.get("/v1/posts/" + first.text("id"))
                        .json()
                        .path("revision")
                        .asInt());
    }

    @Test
    void erasesAPost() throws Exception {
        Client.Answer taken =
                client.put("to-be-erased", "text/markdown", "# Gone soon\n\nThese words will go.".getBytes(UTF_8));
        assertEquals("stored", client.settled(taken.text("receipt")).text("state"));

        Client.Answer deleted = client.delete("to-be-erased");

        assertEquals(202, deleted.status());
        assertEquals("erased", client.settled(deleted.text("receipt")).text("state"));
        Client.Answer read = client.get("/v1/posts/to-be-erased");
        assertEquals(404, read.status());
        assertEquals("post-unknown", read.text("code"));
        List<ConsumerRecord<String, byte[]>> records = subscriber.of(ENRICHED, "to-be-erased");
        assertNull(records.get(records.size() - 1).value());
    }

    @Test
    void answersBadInputClearlyAndGoesOn() throws Exception {
        byte[] random = new byte[4_000];
        new Random(5).nextBytes(random);

        assertProblem(
                400,
                "malformed-envelope",
                client.post("application/json", "{\"title\":\"Half\",\"content\":\"cut".getBytes(UTF_8)));
        assertProblem(413, "body-too-large", client.post("text/plain", new byte[2 * 1024 * 1024]));
        assertProblem(415, "unsupported-media-type", client.post("image/png", random));
        assertProblem(400, "empty-body", client.post("text/markdown", new byte[0]));
        Client.Answer deep = client.post(
                "text/html", ("<div>".repeat(100_000) + "<p>Deep words, found at last.</p>").getBytes(UTF_8));
        Client.Answer noise = client.post("text/markdown", random);

        assertEquals("stored", client.settled(deep.text("receipt")).text("state"));
        assertEquals(
                "Deep words, found at last.",
                client.get("/v1/posts/" + deep.text("id")).text("text"));
        Client.Answer rejected = client.settled(noise.text("receipt"));
        assertEquals("rejected", rejected.text("state"));
        assertEquals("not-text", rejected.text("reason"));
        assertArrayEquals(
                random, subscriber.of(REJECTED, noise.text("id")).get(0).value());
        assertTrue(client.get("/v1/rejections").json().toString().contains(noise.text("receipt")));
        Client.Answer after = client.post("text/plain", "The stream goes on after all of that.".getBytes(UTF_8));
        assertEquals("stored", client.settled(after.text("receipt")).text("state"));
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

    private static long grown(String name, String label, Metrics before, Metrics after) {
        return after.sum(name, label) - before.sum(name, label);
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

    /** A file that somebody left behind is to be the only thing that is found: all else is searched the same way. */
    @Test
    @Order(Integer.MAX_VALUE - 1)
    void erasesAPostProvablyAndNamesWhatStillHoldsIt() throws Exception {
        String id = "to-be-proven";
        StringBuilder words = new StringBuilder("# Gone for good\n\n");
        Random random = new Random(11);
        for (int i = 0; i < 3_000; i++)
            words.append(Long.toString(random.nextLong() >>> 24, 36)).append(' ');
        client.put(id, "text/markdown", words.toString().getBytes(UTF_8));
        words.append("\nAnd a second version.");
        byte[] noise = new byte[3_000];
        random.nextBytes(noise);
        client.put(id, "text/markdown", words.toString().getBytes(UTF_8));
        Client.Answer rejected = client.put(id, "text/markdown", noise);
        assertEquals("rejected", client.settled(rejected.text("receipt")).text("state"));
        // Its request stays under the post's key for days; and on a topic that was a route once nobody writes a
        // tombstone.
        assertEquals(0, stand.postwire("redrive", id).status());
        try (Damage damage = new Damage(stand)) {
            damage.publishElsewhere(id, "posts.enriched.former.v1");
        }
        Files.writeString(stand.data().resolve("logs/left-behind.txt"), words.substring(500, 900));

        Stand.Ended ended = stand.postwire("erase", id, "--json");

        JsonNode proof = JSON.readTree(ended.out());
        assertEquals(1, ended.status(), ended.out());
        assertTrue(proof.path("pieces").asInt() > 100, ended.out());
        assertEquals("[\"file logs/left-behind.txt\"]", proof.path("remains").toString());
        // Pieces that stand in other documents too, as a field's name does, are told and nothing else is.
        assertTrue(proof.path("unproven").size() <= 1, ended.out());
        assertFalse(proof.path("unproven").toString().contains("wal"), ended.out());
        for (String place :
                List.of("table public.post", "file kafka/data/posts.raw.v1", "file kafka/data/posts.rejected.v1")) {
            assertTrue(proof.path("before").toString().contains(place), place + " in " + ended.out());
        }
        assertFalse(Files.exists(stand.data().resolve("run/erase-undo.json")), "the topics' settings are put back");
        assertEquals(404, client.get("/v1/posts/" + id).status());
    }

    /** After the others, which look for the samples under other ids: of copies searches show one. */
    @Test
    @Order(Integer.MAX_VALUE - 1)
    void importsASiteOnceAndShowsItOnTheTerminal() throws Exception {
        Path site = Files.createDirectories(folder.resolve("site"));
        Path posts = Files.createDirectories(site.resolve("content/posts"));
        Files.writeString(site.resolve("hugo.toml"), "baseURL = \"https://heron.example/\"\n");
        Files.writeString(
                posts.resolve("heron.md"), "---\ntitle: Grey heron\ntags: [birds]\n---\nIt stood in the shallows.\n");
        Files.write(posts.resolve("broken.md"), new byte[] {0, (byte) 0xFF, 1, 2, 0, 3});
        String samples = stand.root().resolve("deploy/samples").toString();
        Path watched = folder.resolve("watched");
        Process watch = stand.start(watched, "watch", "--tag", "birds", "--from-start");

        Stand.Ended first = stand.postwire("import", site.toString(), samples);
        Stand.Ended again = stand.postwire("import", site.toString(), samples);
        Stand.Ended found = stand.postwire("search", "tag:birds", "shallows");
        Stand.Ended shown = stand.postwire("show", "posts.heron");

        assertEquals(1, first.status(), first.out());
        String rejected = "rejected " + posts.resolve("broken.md") + ": not-text: ";
        assertTrue(first.out().contains(rejected), first.out());
        assertTrue(first.out().contains("imported 7, unchanged 0, rejected 1 in "), first.out());
        assertTrue(again.out().contains("imported 0, unchanged 7, rejected 1 in "), again.out());
        assertTrue(again.out().contains(rejected), again.out());
        assertTrue(found.out().contains("It stood in the shallows."), found.out());
        assertTrue(shown.out().startsWith("Grey heron\n"), shown.out());
        await().until(() -> Files.readString(watched).contains("Grey heron  [birds"));
        watch.destroy();
        assertTrue(watch.waitFor(20, TimeUnit.SECONDS), "the watch ends when it is told to");
    }

    /** The last one: it looks at what all the others did, and then breaks it. */
    @Test
    @Order(Integer.MAX_VALUE)
    void provesThatEveryReceiptIsAccountedForAndNamesWhatIsBroken() throws Exception {
        Client.Answer twice = client.put("audit-twice", "text/plain", "Published again by a fault.".getBytes(UTF_8));
        Client.Answer gone = client.put("audit-gone", "text/plain", "Its row is deleted by hand.".getBytes(UTF_8));
        Client.Answer other = client.put("audit-other", "text/plain", "Its row is another's.".getBytes(UTF_8));
        Client.Answer noise = client.put("audit-noise", "text/plain", new byte[] {0, (byte) 0xFF, 1, 2, 0, 3});
        Client.Answer before = client.put("audit-bodies", "text/plain", "A version of its own words.".getBytes(UTF_8));
        // Stored before the next: of versions within one batch only the last is kept.
        client.settled(before.text("receipt"));
        client.put("audit-bodies", "text/plain", "A later version of its own words.".getBytes(UTF_8));
        Client.Answer markup = client.put("audit-markup", "text/plain", "Nobody may add to this.".getBytes(UTF_8));
        Client.Answer field = client.put("audit-field", "text/plain", "Nobody may add to that.".getBytes(UTF_8));
        Stand.Ended clean = stand.postwire("audit", "--json");
        assertEquals(0, clean.status(), clean.out());
        assertTrue(JSON.readTree(clean.out()).path("checked").path("rawRecords").asInt() > 5);

        try (Damage damage = new Damage(stand)) {
            damage.publishAgain("audit-twice");
            damage.sql("DELETE FROM post WHERE id = 'audit-gone'");
            damage.sql("UPDATE post SET text_sha256 = sha256('other') WHERE id = 'audit-other'");
            damage.sql("UPDATE post SET bodies = replace(bodies, '<p>', '<p>Now: ') WHERE id = 'audit-markup'");
            damage.sql(
                    "UPDATE post SET document = replace(document, '\"language\"', '\"said\"') WHERE id = 'audit-field'");
            damage.sql("UPDATE revision SET bodies = replace(bodies, 'own', 'old') WHERE post_id = 'audit-bodies'");
            damage.sql("DELETE FROM rejection WHERE post_id = 'audit-noise'");
            damage.sql("DELETE FROM receipt WHERE post_id = 'audit-other'");
        }
        Stand.Ended broken = stand.postwire("audit", "--json");

        assertEquals(1, broken.status(), broken.out());
        Set<String> found = new TreeSet<>();
        for (JsonNode finding : JSON.readTree(broken.out()).path("findings")) {
            found.add(
                    finding.path("kind").asText() + " " + finding.path("place").asText());
        }
        assertEquals(
                new TreeSet<>(Set.of(
                        "enriched-twice " + twice.text("receipt"),
                        "row-missing " + gone.text("receipt"),
                        "change-unaccounted change",
                        "row-differs " + markup.text("receipt"),
                        "row-differs " + field.text("receipt"),
                        "revision-differs " + before.text("receipt"),
                        "row-differs " + other.text("receipt"),
                        "receipt-missing " + other.text("receipt"),
                        "rejection-row-missing " + noise.text("receipt"))),
                found);
    }

    private static List<Path> samples() throws IOException {
        List<Path> samples = new ArrayList<>();
        for (Path place :
                List.of(stand.root().resolve("deploy/samples"), stand.root().resolve("../shared/data/samples"))) {
            if (Files.isDirectory(place)) {
                try (var files = Files.list(place)) {
                    files.filter(file -> !file.getFileName().toString().equals("README.md"))
                            .sorted()
                            .forEach(samples::add);
                }
            } else {
                System.err.println("skipped: no samples at " + place.getFileName() + " beside this checkout");
            }
        }
        assertFalse(samples.isEmpty());
        return samples;
    }

    private static String type(Path sample) {
        String name = sample.getFileName().toString();
        return switch (name.substring(name.lastIndexOf('.') + 1)) {
            case "md" -> "text/markdown";
            case "html" -> "text/html";
            case "json" -> "application/json";
            default -> "text/plain";
        };
    }

    private static List<String> ids(String path) throws Exception {
        List<String> ids = new ArrayList<>();
        client.get(path + "&limit=100")
                .json()
                .path("posts")
                .forEach(post -> ids.add(post.path("id").asText()));
        return ids;
    }

    private static void assertProblem(int status, String code, Client.Answer answer) {
        assertEquals(code, answer.text("code"));
        assertEquals(status, answer.status());
        assertFalse(answer.text("detail").isBlank());
    }
}
