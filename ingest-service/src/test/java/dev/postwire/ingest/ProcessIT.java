package dev.postwire.ingest;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.postwire.local.part.FreePorts;
import dev.postwire.platform.kafka.KafkaClients;
import dev.postwire.platform.security.KeyProgram;
import dev.postwire.testing.Broker;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The packaged service as a process: how it starts, refuses to start, and ends. */
@Timeout(120)
class ProcessIT {
    private static final Path JAR = Path.of("target/quarkus-app/quarkus-run.jar");

    @TempDir
    Path folder;

    private final HttpClient client = HttpClient.newHttpClient();
    private Process service;

    @AfterEach
    void end() {
        if (service != null) service.destroyForcibly();
    }

    @Test
    void aKeyNobodyKnowsEndsTheStart() throws Exception {
        start(freePort(), Broker.shared().bootstrapServers(), "postwire.max-post-sise=2M");
        assertTrue(service.waitFor(30, TimeUnit.SECONDS));
        assertNotEquals(0, service.exitValue());
        assertTrue(log().contains("postwire.max-post-sise"), log());
    }

    @Test
    void aKeyOutOfItsBoundsEndsTheStart() throws Exception {
        start(freePort(), Broker.shared().bootstrapServers(), "postwire.max-post-size=1G");
        assertTrue(service.waitFor(30, TimeUnit.SECONDS));
        assertNotEquals(0, service.exitValue());
        assertTrue(log().contains("postwire.max-post-size must be from 1 to 8M"), log());
    }

    @Test
    void doesNotOpenToOtherMachinesUntilSomebodySaysSo() throws Exception {
        start(freePort(), Broker.shared().bootstrapServers(), "quarkus.http.host=0.0.0.0");
        assertTrue(service.waitFor(30, TimeUnit.SECONDS));
        assertNotEquals(0, service.exitValue());
        assertTrue(log().contains("postwire.security.open-to"), log());
        assertTrue(!log().contains("Listening on"), log());
    }

    @Test
    void letsInWhoHasAKeyAndNotTooOften() throws Exception {
        int port = freePort();
        start(
                port,
                Broker.shared().bootstrapServers(),
                "postwire.security.open-to=keys",
                "postwire.security.rate-limit.calls=5",
                "postwire.security.read-origins=https://blog.example",
                "postwire.security.write-origins=https://posts.example");
        await().atMost(Duration.ofSeconds(30)).until(() -> get(port, "/q/health/ready") == 200);
        assertEquals(401, get(port, "/q/metrics"));
        var unnamed = post(port, "x");
        assertEquals(401, unnamed.statusCode());
        assertEquals(
                "Bearer realm=\"postwire\"",
                unnamed.headers().firstValue("WWW-Authenticate").orElseThrow());
        String key = issue("--role", "publisher", "--namespace", "news.", "--name", "press");
        await().atMost(Duration.ofSeconds(5))
                .until(() -> post(port, "x", key).statusCode() != 401); // addresses have a limit of their own
        var taken = post(port, "one", key);
        assertEquals(202, taken.statusCode(), taken.body());
        assertTrue(taken.body().contains("\"id\":\"news."), taken.body());
        assertEquals(
                "\"calls\";q=5;w=60",
                taken.headers().firstValue("RateLimit-Policy").orElseThrow());
        assertTrue(taken.headers().firstValue("RateLimit").orElseThrow().matches("\"calls\";r=\\d;t=\\d+"));
        await().atMost(Duration.ofSeconds(5)).until(() -> post(port, "y", key).statusCode() == 429);
        var limited = post(port, "y", key);
        assertTrue(limited.body().contains("\"code\":\"rate-limited\""), limited.body());
        assertTrue(Integer.parseInt(limited.headers().firstValue("Retry-After").orElseThrow()) <= 12);
        assertEquals(200, get(port, "/q/health/live"));
        assertEquals("https://blog.example", preflight(port, "GET", "https://blog.example"));
        assertEquals("", preflight(port, "GET", "https://other.example"));
        assertEquals("", preflight(port, "POST", "https://blog.example"));
        assertEquals("https://posts.example", preflight(port, "POST", "https://posts.example"));
    }

    @Test
    void comesUpWithoutABrokerSaysSoAndStopsSoon() throws Exception {
        int port = freePort();
        start(port, "127.0.0.1:" + freePort(), "quarkus.log.console.json.enabled=true");
        await().atMost(Duration.ofSeconds(30)).until(() -> get(port, "/q/health/live") == 200);
        assertEquals(503, get(port, "/q/health/ready"));
        assertEquals(503, post(port, "x").statusCode());
        service.destroy();
        assertTrue(service.waitFor(8, TimeUnit.SECONDS), log());
        for (String line : log().lines().toList()) {
            JsonNode event = new JsonMapper().readTree(line);
            for (String field : List.of("timestamp", "level", "loggerName", "message")) {
                assertTrue(event.hasNonNull(field), line);
            }
        }
    }

    @Test
    void whatIsUnderWayIsAnsweredBeforeItEnds() throws Exception {
        int port = freePort();
        start(port, Broker.shared().bootstrapServers());
        await().atMost(Duration.ofSeconds(30)).until(() -> get(port, "/q/health/ready") == 200);
        Queue<Integer> answers = new ConcurrentLinkedQueue<>();
        Queue<IOException> cut = new ConcurrentLinkedQueue<>();
        AtomicBoolean stopping = new AtomicBoolean();
        List<Thread> callers = new ArrayList<>();
        for (int caller = 0; caller < 8; caller++) {
            Thread thread = new Thread(() -> callUntil(port, stopping, answers, cut));
            thread.start();
            callers.add(thread);
        }
        await().atMost(Duration.ofSeconds(20)).until(() -> answers.size() > 200);
        service.destroy();
        assertTrue(service.waitFor(15, TimeUnit.SECONDS), log());
        stopping.set(true);
        for (Thread caller : callers) caller.join(10_000);
        // A call that came while it ended may find the door shut; whoever was let in got an answer.
        assertTrue(answers.stream().allMatch(status -> status == 202 || status == 503), answers.toString());
        assertTrue(!log().contains("ERROR"), log());
    }

    private void callUntil(int port, AtomicBoolean stopping, Queue<Integer> answers, Queue<IOException> cut) {
        while (!stopping.get() && cut.isEmpty()) {
            try {
                answers.add(post(port, "call " + answers.size()).statusCode());
            } catch (IOException e) {
                cut.add(e);
            }
        }
    }

    private java.net.http.HttpResponse<String> post(int port, String body) throws IOException {
        return send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/v1/posts"))
                .header("Content-Type", "text/plain")
                .POST(BodyPublishers.ofString(body)));
    }

    private java.net.http.HttpResponse<String> post(int port, String body, String key) throws IOException {
        return send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/v1/posts"))
                .header("Content-Type", "text/plain")
                .header("Authorization", "Bearer " + key)
                .POST(BodyPublishers.ofString(body)));
    }

    /** Which origin a browser is told that it may show the answer to. */
    private String preflight(int port, String method, String origin) throws IOException {
        return send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/v1/posts"))
                        .header("Origin", origin)
                        .header("Access-Control-Request-Method", method)
                        .method("OPTIONS", BodyPublishers.noBody()))
                .headers()
                .firstValue("Access-Control-Allow-Origin")
                .orElse("");
    }

    private static String issue(String... options) throws Exception {
        List<String> arguments = new ArrayList<>(List.of("issue"));
        arguments.addAll(List.of(options));
        KafkaClients clients =
                KafkaClients.of(Map.of("bootstrap.servers", Broker.shared().bootstrapServers()), "key");
        return new KeyProgram(clients, Instant.now())
                .carryOut(arguments)
                .lines()
                .toList()
                .get(1);
    }

    private int get(int port, String path) {
        try {
            return send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)))
                    .statusCode();
        } catch (IOException e) {
            return 0;
        }
    }

    private java.net.http.HttpResponse<String> send(HttpRequest.Builder request) throws IOException {
        try {
            return client.send(request.timeout(Duration.ofSeconds(10)).build(), BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void start(int port, String broker, String... keys) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-Dquarkus.http.port=" + port,
                "-Dkafka.bootstrap.servers=" + broker));
        for (String key : keys) command.add("-D" + key);
        command.addAll(List.of("-jar", JAR.toAbsolutePath().toString()));
        service = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
    }

    private String log() throws IOException {
        return Files.readString(folder.resolve("log"));
    }

    private static int freePort() {
        return FreePorts.free("ingest").number();
    }
}
