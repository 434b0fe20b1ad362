package dev.postwire.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Posts go in while each of the five processes is killed once: every 202 ends in exactly one record and one row. */
@Tag("soak")
class KillIT {
    private static final int POSTS = 2_000;
    private static final int CLIENTS = 4;
    private static final int TRIES = 200;
    private static final Duration BACK = Duration.ofSeconds(90);

    @TempDir
    Path folder;

    private final AtomicInteger sent = new AtomicInteger();
    private final Map<String, String> receipts = new ConcurrentHashMap<>();

    @Test
    void losesAndRepeatsNothingWhateverIsKilled() throws Exception {
        try (Stand stand = new Stand(folder.resolve("stand"))) {
            stand.up();
            Client client = new Client(stand);
            ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
            for (int i = 0; i < CLIENTS; i++) clients.submit(() -> postAll(client));
            for (int i = 0; i < Stand.PARTS.size(); i++) killAndAwait(stand, Stand.PARTS.get(i), (i + 1) * POSTS / 6);
            clients.shutdown();
            assertTrue(clients.awaitTermination(10, TimeUnit.MINUTES), "all were sent");

            assertEquals(POSTS, receipts.size(), "every post was acknowledged in the end");
            for (String receipt : receipts.values())
                assertEquals("stored", client.settled(receipt).text("state"), receipt);
            assertOneRecordEach(stand);
            assertOneRowEach(client);
            System.out.printf(
                    "%d posts acknowledged, each one record and one row; killed once each: %s%n", POSTS, Stand.PARTS);
        }
    }

    private void killAndAwait(Stand stand, String part, int after) throws Exception {
        await().atMost(Duration.ofMinutes(5)).until(() -> sent.get() >= after);
        long start = System.nanoTime();
        long pid = stand.status().get(part).path("pid").asLong();
        stand.kill(part);
        await().atMost(BACK).pollInterval(Duration.ofMillis(500)).until(() -> {
            JsonNode now = stand.status().get(part);
            return now.path("healthy").asBoolean() && now.path("pid").asLong() != pid;
        });
        System.out.printf(
                "killed %s after %d posts, back after %d ms%n",
                part, after, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
    }

    private void postAll(Client client) {
        for (int n = sent.getAndIncrement(); n < POSTS; n = sent.getAndIncrement()) {
            String id = "kill-" + n;
            receipts.put(id, postUntilTaken(client, id, n));
        }
    }

    /** As a careful publisher does: whatever is not a 202 is tried again, under the same id with the same words. */
    private static String postUntilTaken(Client client, String id, int n) {
        byte[] body =
                ("# Post " + n + "\n\nWords of post number " + n + ", written while things broke.").getBytes(UTF_8);
        for (int i = 0; i < TRIES; i++) {
            try {
                Client.Answer answer = client.put(id, "text/markdown", body);
                if (answer.status() == 202) return answer.text("receipt");
                TimeUnit.MILLISECONDS.sleep(250);
            } catch (IOException e) {
                pause();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
        throw new IllegalStateException("never taken: " + id);
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(250);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void assertOneRecordEach(Stand stand) {
        Map<String, Integer> records = new HashMap<>();
        for (ConsumerRecord<String, byte[]> record : new Subscriber(stand).all("posts.enriched.v1")) {
            records.merge(record.key(), 1, Integer::sum);
        }
        assertEquals(POSTS, records.size());
        assertEquals(
                List.of(),
                records.entrySet().stream().filter(e -> e.getValue() != 1).toList());
    }

    private static void assertOneRowEach(Client client) throws Exception {
        assertEquals(POSTS, client.get("/v1/posts").json().path("total").asInt());
        assertEquals(1, client.get("/v1/posts/kill-0").json().path("revision").asInt());
    }
}
