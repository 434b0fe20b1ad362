package dev.postwire.ingest.http;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.postwire.platform.kafka.KafkaClients;
import dev.postwire.platform.security.KeyProgram;
import dev.postwire.testing.Broker;
import dev.postwire.testing.BrokerResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who shows a key is held to it, and nothing of what is said gets into a log. */
@QuarkusTest
@QuarkusTestResource(BrokerResource.class)
@Timeout(60)
class SecurityIT {
    private static final Duration SOON = Duration.ofSeconds(5);

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
    void aPublisherWritesItsOwnIdsOnly() throws Exception {
        String key = issue("--role", "publisher", "--namespace", "blog.");

        assertEquals(202, put(key, "/v1/posts/blog.1").statusCode());
        assertProblem(403, "outside-namespace", put(key, "/v1/posts/blogger.1"));
        assertProblem(403, "outside-namespace", put(key, "/v1/posts/news.1"));
        assertProblem(403, "outside-namespace", delete(key, "/v1/posts/news.1"));
        assertEquals(202, delete(key, "/v1/posts/blog.1").statusCode());

        HttpResponse<String> derived = post(key, "/v1/posts?url=https://page.example/", "text/plain", "x");
        assertTrue(Api.json(derived).get("id").asText().matches("blog\\.[a-z2-7]{32}"), derived.body());
        String envelope = "{\"id\":\"news.1\",\"content\":\"x\"}";
        assertProblem(403, "outside-namespace", post(key, "/v1/posts", "application/json", envelope));
    }

    @Test
    void aRoleAllowsWhatItIsForAndNothingElse() throws Exception {
        String reader = issue("--role", "reader");
        HttpResponse<String> answer = put(reader, "/v1/posts/any");
        assertProblem(403, "forbidden", answer);
        assertTrue(answer.headers()
                .firstValue("WWW-Authenticate")
                .orElseThrow()
                .contains("error=\"insufficient_scope\", scope=\"publisher\""));
        assertProblem(403, "forbidden", get(reader, "/q/metrics"));
        assertEquals(200, get(issue("--role", "operator"), "/q/metrics").statusCode());
    }

    @Test
    void aRevokedKeyEndsWithinASecondOrTwo() throws Exception {
        String key = issue("--role", "publisher", "--namespace", "*");
        assertEquals(202, put(key, "/v1/posts/revoked-key").statusCode());

        keys("revoke", key.split("_")[1]);

        long start = System.nanoTime();
        await().atMost(Duration.ofSeconds(2))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> put(key, "/v1/posts/revoked-key").statusCode() == 401);
        System.out.printf("a revocation took %d ms%n", (System.nanoTime() - start) / 1_000_000);
        assertProblem(401, "unauthenticated", put(key, "/v1/posts/revoked-key"));
        assertTrue(keys("list").contains(key.split("_")[1]));
        assertFalse(keys("list").contains(key.split("_", 3)[2]));
    }

    @Test
    void resourcesFindTheCallersName() throws Exception {
        assertEquals(
                "press",
                get(issue("--role", "operator", "--name", "press"), "/v1/who").body());
        assertEquals("nobody", api.get("/v1/who").body());
    }

    @ParameterizedTest
    @CsvSource({
        "GET, evil.example:8081, 403",
        "POST, evil.example, 403",
        "DELETE, 127.0.0.1.evil.example:8081, 403",
        "DELETE, localhost:8081, 202",
        "DELETE, [::1]:8081, 202"
    })
    void aPageWhoseNameWasMadeToMeanThisMachineDoesNothing(String method, String host, int status) throws IOException {
        URI uri = URI.create(base);
        try (Socket socket = new Socket(uri.getHost(), uri.getPort())) {
            socket.setSoTimeout(10_000);
            String call = method + " /v1/posts/rebound HTTP/1.1\r\nHost: " + host
                    + "\r\nSec-Fetch-Site: same-origin\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(call.getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertTrue(answer.startsWith("HTTP/1.1 " + status), answer);
            assertEquals(status == 403, answer.contains("\"code\":\"cross-site\""), answer);
        }
    }

    @Test
    void noPageOfAnotherSiteWritesOnLoopback() {
        HttpResponse<String> answer = api.send(api.to("/v1/posts", "text/plain")
                .header("Sec-Fetch-Site", "cross-site")
                .POST(BodyPublishers.ofString("x"))
                .build());
        assertProblem(403, "cross-site", answer);
        assertEquals(
                "nosniff", answer.headers().firstValue("X-Content-Type-Options").orElseThrow());
        assertEquals(
                "nosniff",
                api.get("/q/swagger-ui/")
                        .headers()
                        .firstValue("X-Content-Type-Options")
                        .orElseThrow());
        assertTrue(api.get("/q/swagger-ui/")
                .headers()
                .firstValue("Content-Security-Policy")
                .isPresent());
    }

    @Test
    void headersAreBounded() {
        HttpResponse<String> answer = api.send(api.to("/v1/posts", "text/plain")
                .header("X-Long", "x".repeat(30_000))
                .build());
        assertEquals(431, answer.statusCode());
        assertEquals(200, api.get("/q/health/live").statusCode());
    }

    @Test
    void healthTellsOfTheLoopThatFollowsTheKeys() {
        String live = api.get("/q/health/live").body();
        assertTrue(live.matches("(?s).*\"keys\"\\s*:\\s*\"running\".*"), live);
    }

    @Test
    void whatIsSaidIsInNoLog() throws Exception {
        String key = issue("--role", "publisher", "--namespace", "secret.");
        Queue<String> log = new ConcurrentLinkedQueue<>();
        Handler handler = collecting(log);
        Logger root = LogManager.getLogManager().getLogger("");
        root.addHandler(handler);
        try {
            String secret = "xyzzy-plugh";
            put(key, "/v1/posts/secret.1", secret);
            post(key, "/v1/posts", "application/json", "{\"title\":\"" + secret + "\",\"content\":");
            post(key, "/v1/posts?published=" + secret, "text/plain", secret);
            post(key, "/v1/posts", "image/" + secret, secret);
            post(key + "x", "/v1/posts", "text/plain", secret);
            put(key, "/v1/posts/other." + secret, secret);
            assertTrue(log.stream().noneMatch(line -> line.contains(secret) || line.contains(key)), log.toString());
        } finally {
            root.removeHandler(handler);
        }
    }

    private static Handler collecting(Queue<String> log) {
        return new Handler() {
            @Override
            public void publish(LogRecord each) {
                log.add(each.getMessage() + " " + java.util.Arrays.toString(each.getParameters()) + " "
                        + each.getThrown());
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
    }

    /** A key that the service knows by now. */
    private String issue(String... options) throws Exception {
        List<String> arguments = new ArrayList<>(List.of("issue"));
        arguments.addAll(List.of(options));
        String key = keys(arguments.toArray(String[]::new)).lines().toList().get(1);
        await().atMost(SOON)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> get(key, "/v1/who").statusCode() != 401);
        return key;
    }

    private static String keys(String... arguments) throws Exception {
        KafkaClients clients =
                KafkaClients.of(Map.of("bootstrap.servers", Broker.shared().bootstrapServers()), "key");
        return new KeyProgram(clients, Instant.now()).carryOut(List.of(arguments));
    }

    private HttpResponse<String> put(String key, String path) {
        return put(key, path, "x");
    }

    private HttpResponse<String> put(String key, String path, String body) {
        return api.send(api.to(path, "text/plain")
                .header("Authorization", "Bearer " + key)
                .PUT(BodyPublishers.ofString(body))
                .build());
    }

    private HttpResponse<String> post(String key, String path, String type, String body) {
        return api.send(api.to(path, type)
                .header("Authorization", "Bearer " + key)
                .POST(BodyPublishers.ofString(body))
                .build());
    }

    private HttpResponse<String> delete(String key, String path) {
        return api.send(api.to(path, null)
                .header("Authorization", "Bearer " + key)
                .DELETE()
                .build());
    }

    private HttpResponse<String> get(String key, String path) {
        return api.send(api.to(path, null)
                .header("Authorization", "Bearer " + key)
                .GET()
                .build());
    }

    private static void assertProblem(int status, String code, HttpResponse<String> answer) {
        assertEquals(status, answer.statusCode(), answer.body());
        assertEquals(code, Api.json(answer).get("code").asText());
        assertEquals(
                "application/problem+json",
                answer.headers().firstValue("Content-Type").orElseThrow());
    }
}
