package dev.postwire.bench.million;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.postwire.local.part.PartProcess;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.stream.Stream;

/** How long a query service needs until it answers: with no index there, and after it was away. */
final class Indexing {
    private static final Duration PATIENCE = Duration.ofMinutes(20);
    private static final Duration LOOK = Duration.ofMillis(100);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final BenchStand stand;
    private final HttpClient client = HttpClient.newHttpClient();

    Indexing(BenchStand stand) {
        this.stand = stand;
    }

    /** Starts counting when the process is started. */
    private record Started(PartProcess process, long nanos, Duration cpu) {}

    void fromNothing(Results results) throws Exception {
        Path index = stand.folder().resolve("index");
        delete(index);
        Started started = start();
        awaitChange(stand.lastChange());
        say(results, "the index made from nothing, with the start of the service", started);
        stand.stop(started.process());
        results.say("index", "%.0f MB", size(index) / 1e6);
    }

    /** Where posts came in since it stopped. */
    void afterRestart(Results results) throws Exception {
        Started started = start();
        awaitReady();
        say(results, "ready after a restart", started);
        awaitChange(stand.lastChange());
        say(results, "a hundredth more came meanwhile, and all are found", started);
        stand.stop(started.process());
    }

    private Started start() throws Exception {
        long now = System.nanoTime();
        Duration before = stand.cpu();
        return new Started(stand.startQuery(), now, before);
    }

    private void say(Results results, String what, Started started) throws IOException {
        double seconds = (System.nanoTime() - started.nanos()) / 1e9;
        results.say(
                what,
                "%.1f s, %.1f s CPU",
                seconds,
                stand.cpu().minus(started.cpu()).toMillis() / 1e3);
    }

    void awaitReady() {
        awaitChange(0);
    }

    /** Until searches see that change. */
    private void awaitChange(long number) {
        HttpRequest ready = HttpRequest.newBuilder(stand.service().resolve("/q/health/ready"))
                .build();
        await("ready, at change " + number)
                .atMost(PATIENCE)
                .pollDelay(Duration.ZERO)
                .pollInterval(LOOK)
                .until(() -> isAt(number, client.send(ready, BodyHandlers.ofString())));
    }

    private static boolean isAt(long number, HttpResponse<String> answer) throws IOException {
        return answer.statusCode() == 200 && change(answer.body()) >= number;
    }

    private static long change(String health) throws IOException {
        for (JsonNode check : JSON.readTree(health).path("checks")) {
            if (check.path("name").asText().equals("search-index")) {
                return check.path("data").path("change").asLong();
            }
        }
        throw new IOException("the service tells nothing of its index");
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) return;
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path one : all.sorted(Comparator.reverseOrder()).toList()) Files.delete(one);
        }
    }

    private static long size(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }
}
