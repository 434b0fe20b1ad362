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
        assertEquals(503, api.get("/q/health/ready").statusCode());
        assertEquals(200, api.get("/q/health/live").statusCode());
        assertEquals(400, api.post("/v1/posts", "text/plain", "").statusCode());
        assertEquals(before.discarded() + 4, Metrics.of(api).discarded());
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
