package dev.postwire.ingest;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.postwire.testing.Broker;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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
    void comesUpWithoutABrokerSaysSoAndStopsSoon() throws Exception {
        int port = freePort();
        start(port, "127.0.0.1:" + freePort());
        await().atMost(Duration.ofSeconds(30)).until(() -> get(port, "/q/health/live") == 200);
        assertEquals(503, get(port, "/q/health/ready"));
        assertEquals(503, post(port, "x").statusCode());
        service.destroy();
        assertTrue(service.waitFor(8, TimeUnit.SECONDS), log());
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

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
