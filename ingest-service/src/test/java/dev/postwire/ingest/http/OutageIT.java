package dev.postwire.ingest.http;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.postwire.testing.Broker;
import dev.postwire.testing.BrokerResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Without a broker nothing is promised and nobody waits for long; with it again, all goes on. */
@QuarkusTest
@QuarkusTestResource(BrokerResource.class)
@Timeout(120)
class OutageIT {
    private static final int LINES = 15_000;
    private static final Duration PROMISED = Duration.ofSeconds(5);

    private final Broker broker = Broker.shared();

    @TestHTTPResource
    String base;

    private Api api;

    @BeforeEach
    void ready() {
        api = new Api(base);
        awaitReady();
    }

    @AfterEach
    void brokerForTheNext() {
        broker.start();
    }

    @Test
    void answers503InTimeAndRecovers() {
        String id = Api.json(post("before")).get("id").asText();
        Metrics before = Metrics.of(api);
        broker.stop();
        for (int call = 0; call < 3; call++) {
            long start = System.nanoTime();
            HttpResponse<String> answer = post("during");
            Duration taken = Duration.ofNanos(System.nanoTime() - start);
            assertUnavailable(answer);
            assertTrue(taken.compareTo(PROMISED) < 0, "took " + taken);
        }
        assertLinesAreAnsweredInTime();
        assertEquals(503, api.get("/q/health/ready").statusCode());
        assertEquals(200, api.get("/q/health/live").statusCode());
        assertEquals(400, api.post("/v1/posts", "text/plain", "").statusCode());
        assertEquals(before.discarded() + 4 + LINES + 1, Metrics.of(api).discarded());
        broker.start();
        awaitReady();
        await().atMost(Duration.ofSeconds(10)).until(() -> post("before").statusCode() == 202);
        assertEquals(id, Api.json(post("before")).get("id").asText());
    }

    @Test
    void answersAWholeCrowdInTimeAndKeepsNothingOfIt() {
        broker.kill();
        long start = System.nanoTime();
        List<CompletableFuture<HttpResponse<String>>> calls = IntStream.range(0, 200)
                .mapToObj(i -> api.postLater("/v1/posts", "text/plain", "crowd " + i))
                .toList();
        calls.forEach(call -> assertUnavailable(call.join()));
        Duration taken = Duration.ofNanos(System.nanoTime() - start);
        assertTrue(taken.compareTo(PROMISED.plusSeconds(1)) < 0, "took " + taken);
        Metrics after = Metrics.of(api);
        assertEquals(0, after.inFlight());
        assertEquals(after.received(), after.sent() + after.discarded());
        broker.start();
        awaitReady();
        assertEquals(202, post("after").statusCode());
    }

    /** Of more posts than may be under way at once: each is refused, and all soon. */
    private void assertLinesAreAnsweredInTime() {
        String line = "{\"content\":\"" + "during ".repeat(150) + "\"}\n";
        long start = System.nanoTime();
        HttpResponse<String> answer = api.post("/v1/posts/batch", "application/x-ndjson", line.repeat(LINES));
        Duration taken = Duration.ofNanos(System.nanoTime() - start);
        assertEquals(200, answer.statusCode());
        List<String> verdicts = answer.body().lines().toList();
        assertEquals(LINES, verdicts.size());
        for (String verdict : verdicts) {
            assertTrue(verdict.contains("\"status\":503,") && verdict.contains("\"retryAfter\":"), verdict);
        }
        assertTrue(taken.compareTo(Duration.ofSeconds(12)) < 0, "took " + taken);
        String feed = "<rss><channel><item><title>during</title></item></channel></rss>";
        String verdict = api.post("/v1/feeds", "application/xml", feed).body();
        assertTrue(verdict.contains("\"status\":503,") && verdict.contains("\"retryAfter\":"), verdict);
    }

    private HttpResponse<String> post(String body) {
        return api.post("/v1/posts", "text/plain", body);
    }

    private void awaitReady() {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> api.get("/q/health/ready").statusCode() == 200);
    }

    private static void assertUnavailable(HttpResponse<String> answer) {
        assertEquals(503, answer.statusCode(), answer.body());
        assertEquals("broker-unavailable", Api.json(answer).get("code").asText());
        assertTrue(Integer.parseInt(answer.headers().firstValue("Retry-After").orElseThrow()) >= 1);
    }
}
