package dev.postwire.bench.million;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads of single posts, as many as go: over HTTP, and by pgbench with the same SQL on as many connections. */
final class Throughput {
    private static final Pattern RATE = Pattern.compile("tps = ([0-9.]+) \\(without");

    /** The statement of the read API, by {@code dev.postwire.query.store.Posts}. */
    private static final String SQL =
            "SELECT revision, stored_at, document, bodies FROM post WHERE id = 'm' || (:n)::text";

    private final BenchStand stand;
    private final int posts;
    private final int connections;

    Throughput(BenchStand stand, int posts, int connections) {
        this.stand = stand;
        this.posts = posts;
        this.connections = connections;
    }

    double http(Duration time) throws Exception {
        long end = System.nanoTime() + time.toNanos();
        ExecutorService threads = Executors.newFixedThreadPool(connections);
        try {
            List<Future<Long>> answered = new ArrayList<>();
            for (int i = 0; i < connections; i++) {
                SplittableRandom random = new SplittableRandom(i);
                answered.add(threads.submit(() -> ask(random, end)));
            }
            long all = 0;
            for (Future<Long> one : answered) all += one.get();
            return all / (time.toMillis() / 1e3);
        } finally {
            threads.shutdownNow();
        }
    }

    private long ask(SplittableRandom random, long end) throws IOException {
        try (KeptConnection connection = new KeptConnection(stand.service())) {
            long answered = 0;
            while (System.nanoTime() < end) {
                connection.get("/v1/posts/m" + random.nextInt(posts));
                answered++;
            }
            return answered;
        }
    }

    /** Nothing where this machine has no pgbench. */
    Optional<Double> pgbench(Duration time) throws IOException, InterruptedException {
        Path script = stand.folder().resolve("read.sql");
        Files.writeString(script, "\\set n random(0, " + (posts - 1) + ")\n" + SQL + ";\n");
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
        builder.redirectErrorStream(true).redirectOutput(out.toFile());
        Process process;
        try {
            process = builder.start();
        } catch (IOException e) {
            return Optional.empty(); // its program is not there
        }
        int status = process.waitFor();
        Matcher rate = RATE.matcher(Files.readString(out));
        if (status != 0 || !rate.find()) throw new IllegalStateException("pgbench failed: " + Files.readString(out));
        return Optional.of(Double.parseDouble(rate.group(1)));
    }
}
