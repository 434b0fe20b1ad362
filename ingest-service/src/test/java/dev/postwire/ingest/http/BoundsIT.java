package dev.postwire.ingest.http;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.postwire.testing.BrokerResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Bounds are those the operator sets, and neither slow callers nor many of them get beyond. */
@QuarkusTest
@QuarkusTestResource(BrokerResource.class)
@TestProfile(BoundsIT.Narrow.class)
@Timeout(60)
class BoundsIT {
    /** Room for two calls. */
    public static final class Narrow implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "postwire.max-post-size", "1000",
                    "postwire.in-flight-size", "40K",
                    "postwire.body-patience", "2S",
                    "postwire.batches-per-caller", "1",
                    "postwire.query-url", "https://read.example/");
        }
    }

    @TestHTTPResource
    String base;

    private Api api;

    @BeforeEach
    void ready() {
        api = new Api(base);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> api.get("/q/health/ready").statusCode() == 200);
    }

    @Test
    void theLargestPostIsTakenAndOneByteMoreIsNot() {
        assertEquals(202, api.post("/v1/posts", "text/plain", new byte[1000]).statusCode());
        assertEquals(413, api.post("/v1/posts", "text/plain", new byte[1001]).statusCode());
    }

    @Test
    void theAnswerPointsToTheQueryServiceThatIsSet() {
        HttpResponse<String> answer = api.put("/v1/posts/mine", "text/plain", "x");
        assertEquals(
                "https://read.example/v1/posts/mine?receipt=" + Api.receipt(answer),
                answer.headers().firstValue("Location").orElseThrow());
    }

    @Test
    void whoIsTooSlowIsTurnedAwayAndLeavesRoom() throws IOException {
        try (Socket slow = half()) {
            String answer = new String(slow.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
            assertEquals("HTTP/1.1 408", answer);
        }
        await().atMost(Duration.ofSeconds(5)).until(() -> Metrics.of(api).inFlight() == 0);
        assertTrue(Metrics.discarded(api, "body-timeout") >= 1);
    }

    @Test
    void whoFindsNoRoomIsToldToComeBack() throws IOException {
        try (Socket first = half();
                Socket second = half()) {
            await().atMost(Duration.ofSeconds(1)).until(() -> Metrics.of(api).inFlight() > 32 * 1024);
            HttpResponse<String> answer = api.post("/v1/posts", "text/plain", new byte[900]);
            assertEquals(503, answer.statusCode(), answer.body());
            assertEquals("overloaded", Api.json(answer).get("code").asText());
            assertTrue(answer.headers().firstValue("Retry-After").isPresent());
            assertTrue(first.isConnected() && second.isConnected());
        }
        await().atMost(Duration.ofSeconds(5))
                .until(() -> api.post("/v1/posts", "text/plain", "x").statusCode() == 202);
        await().atMost(Duration.ofSeconds(5)).until(() -> {
            Metrics after = Metrics.of(api);
            return after.received() == after.sent() + after.discarded();
        });
    }

    @Test
    void aCallerWhoReadsNoVerdictsIsNotReadFromAndCutOffInTheEnd() throws Exception {
        int lines = 500_000;
        byte[] bad = ("{" + " ".repeat(98) + "\n").repeat(lines).getBytes(StandardCharsets.US_ASCII);
        double before = Metrics.of(api).received();
        URI uri = URI.create(base);
        try (Socket socket = new Socket(uri.getHost(), uri.getPort())) {
            // 125 MB of verdicts: more than the system keeps for us.
            assertThrows(IOException.class, () -> send(socket, bad));
        }
        await().atMost(Duration.ofSeconds(5)).until(() -> Metrics.of(api).inFlight() == 0);
        double read = Metrics.of(api).received() - before;
        assertTrue(read > 0 && read < lines, "read " + read);
    }

    @Test
    void aBatchThatFindsNoRoomIsTurnedAway() throws Exception {
        try (Socket first = half();
                Socket second = half()) {
            await().atMost(Duration.ofSeconds(1)).until(() -> Metrics.of(api).inFlight() > 32 * 1024);
            assertEquals(
                    503,
                    api.post("/v1/posts/batch", "application/x-ndjson", "{}").statusCode());
            assertTrue(first.isConnected() && second.isConnected());
        }
    }

    @Test
    void aBatchOfWhichNothingComesEnds() throws Exception {
        try (Socket socket = batch("{}\n{")) {
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            String line = in.readLine();
            while (!line.startsWith("{\"line\":2")) line = in.readLine();
            assertTrue(line.contains("body-timeout"), line);
        }
    }

    @Test
    void aBatchThatOnlyDripsEndsAndIsOneOfFewMeanwhile() throws Exception {
        try (Socket socket = batch("{}\n")) {
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            String line = in.readLine();
            while (!line.startsWith("{\"line\":1")) line = in.readLine();
            HttpResponse<String> further = api.post("/v1/posts/batch", "application/x-ndjson", "{}");
            assertEquals(429, further.statusCode(), further.body());
            assertEquals("rate-limited", Api.json(further).get("code").asText());
            assertTrue(further.headers().firstValue("Retry-After").isPresent());
            // Each byte comes well within the patience, and a thousand of them would take minutes.
            CompletableFuture<Void> drips = CompletableFuture.runAsync(() -> drip(socket));
            while (!line.startsWith("{\"line\":2")) line = in.readLine();
            assertTrue(line.contains("body-timeout"), line);
            drips.cancel(true);
        }
        await().atMost(Duration.ofSeconds(5))
                .until(() -> api.post("/v1/posts/batch", "application/x-ndjson", "{}")
                                .statusCode()
                        == 200);
    }

    private static void drip(Socket socket) {
        try {
            for (int i = 0; i < 900; i++) {
                socket.getOutputStream().write(' ');
                TimeUnit.MILLISECONDS.sleep(200);
            }
        } catch (IOException | InterruptedException e) {
            // The batch has ended, as it should.
            Thread.currentThread().interrupt();
        }
    }

    /** A batch that goes on after these lines. */
    private Socket batch(String lines) throws IOException {
        URI uri = URI.create(base);
        Socket socket = new Socket(uri.getHost(), uri.getPort());
        socket.setSoTimeout(10_000);
        socket.getOutputStream()
                .write(("POST /v1/posts/batch HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-ndjson\r\n"
                                + "Content-Length: 1000\r\n\r\n" + lines)
                        .getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private static void send(Socket socket, byte[] lines) throws IOException {
        socket.getOutputStream()
                .write(("POST /v1/posts/batch HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-ndjson\r\n"
                                + "Content-Length: " + lines.length + "\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().write(lines);
    }

    /** A call whose body stops half-way. */
    private Socket half() throws IOException {
        URI uri = URI.create(base);
        Socket socket = new Socket(uri.getHost(), uri.getPort());
        socket.setSoTimeout(10_000);
        socket.getOutputStream()
                .write(("POST /v1/posts HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/plain\r\n"
                                + "Content-Length: 1000\r\n\r\nhalf")
                        .getBytes(StandardCharsets.US_ASCII));
        return socket;
    }
}
