package dev.postwire.bench.million;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads of single posts, as many as go: over HTTP, and by pgbench with the same SQL on as many connections. */
final class Throughput {
    private static final Pattern RATE = Pattern.compile("tps = ([0-9.]+) \\(without");

    private final BenchStand stand;
    private final int posts;
    private final int connections;

    Throughput(BenchStand stand, int posts, int connections) {
        this.stand = stand;
        this.posts = posts;
        this.connections = connections;
    }

    double http(Duration time) throws InterruptedException {
        AtomicLong answered = new AtomicLong();
        long end = System.nanoTime() + time.toNanos();
        ExecutorService threads = Executors.newFixedThreadPool(connections);
        for (int i = 0; i < connections; i++) {
            SplittableRandom random = new SplittableRandom(i);
            threads.submit(() -> {
                // One each, so that each keeps one connection.
                HttpClient client = HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .build();
                while (System.nanoTime() < end) {
                    HttpRequest request = HttpRequest.newBuilder(
                                    stand.service().resolve("/v1/posts/m" + random.nextInt(posts)))
                            .build();
                    if (client.send(request, BodyHandlers.ofByteArray()).statusCode() != 200) {
                        throw new IllegalStateException("an answer was not 200");
                    }
                    answered.incrementAndGet();
                }
                return null;
            });
        }
        threads.shutdown();
        threads.awaitTermination(time.toSeconds() + 60, TimeUnit.SECONDS);
        return answered.get() / (time.toMillis() / 1e3);
    }

    double pgbench(Duration time) throws IOException, InterruptedException {
        Path script = stand.folder().resolve("read.sql");
        Files.writeString(
                script,
                "\\set n random(0, " + (posts - 1) + ")\n"
                        + "SELECT id, revision, stored_at, document, bodies FROM post WHERE id = 'm' || (:n)::text;\n");
        ProcessBuilder builder = new ProcessBuilder(List.of(
                "pgbench",
                "-n",
                "-M",
                "prepared",
                "-c",
                Integer.toString(connections),
                "-j",
                "2",
                "-T",
                Long.toString(time.toSeconds()),
                "-f",
                script.toString()));
        builder.environment().putAll(stand.libpq());
        Path out = stand.folder().resolve("pgbench.log");
        int status = builder.redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start()
                .waitFor();
        Matcher rate = RATE.matcher(Files.readString(out));
        if (status != 0 || !rate.find()) throw new IllegalStateException("pgbench failed: " + Files.readString(out));
        return Double.parseDouble(rate.group(1));
    }
}
