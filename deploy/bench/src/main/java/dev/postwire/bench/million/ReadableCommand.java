package dev.postwire.bench.million;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.postwire.bench.Report;
import dev.postwire.bench.accuracy.Table;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Phaser;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "readable",
        description = "How long it takes from the intake's 202 until a post can be read, on a stand that runs.",
        mixinStandardHelpOptions = true)
public final class ReadableCommand implements Callable<Integer> {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int WARM_UP_SECONDS = 10;
    private static final int RUNS = 20_000;
    private static final int POSTS_OF_A_RUN = 100_000;

    @Option(
            names = "--ingest",
            description = "The intake (default: ${DEFAULT-VALUE}).",
            defaultValue = "http://127.0.0.1:8081")
    URI ingest;

    @Option(
            names = "--query",
            description = "The read API (default: ${DEFAULT-VALUE}).",
            defaultValue = "http://127.0.0.1:8080")
    URI query;

    @Option(names = "--rate", description = "Posts a second (default: ${DEFAULT-VALUE}).", defaultValue = "100")
    int rate;

    @Option(names = "--seconds", description = "How long (default: ${DEFAULT-VALUE}).", defaultValue = "30")
    int seconds;

    @Mixin
    Report report;

    @Spec
    CommandSpec spec;

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();
    private final PostMaker maker = new PostMaker();

    /** Others than those of the runs before: copies of what a stand has cost it more. */
    private final int from = ThreadLocalRandom.current().nextInt(RUNS) * POSTS_OF_A_RUN;

    private final String run = UUID.randomUUID().toString().substring(0, 8);
    private final AtomicInteger failed = new AtomicInteger();

    @Override
    public Integer call() throws IOException {
        // The first posts find services that have compiled nothing yet.
        post(0, WARM_UP_SECONDS * rate);
        failed.set(0);
        long[] nanos = post(WARM_UP_SECONDS * rate, seconds * rate);
        Table table = new Table(List.of("from 202 to readable", "p50", "p90", "p99", "most", "failed"));
        table.row(List.of(
                seconds * rate + " posts, " + rate + " a second",
                millis(nanos, 0.5),
                millis(nanos, 0.9),
                millis(nanos, 0.99),
                millis(nanos, 1),
                failed.toString()));
        report.publish("readable", table.toString(), spec.commandLine().getOut());
        return 0;
    }

    /** Of each post from the end of the intake's answer to the end of the read API's. */
    private long[] post(int first, int count) {
        long[] nanos = new long[count];
        Phaser open = new Phaser(1);
        long start = System.nanoTime();
        for (int i = 0; i < count; i++) {
            long due = start + i * 1_000_000_000L / rate;
            for (long wait = due - System.nanoTime(); wait > 0; wait = due - System.nanoTime()) {
                LockSupport.parkNanos(wait);
            }
            int at = i;
            open.register();
            one(first + i).whenComplete((took, error) -> {
                if (error == null) nanos[at] = took;
                else failed.incrementAndGet();
                open.arriveAndDeregister();
            });
        }
        open.arriveAndAwaitAdvance();
        Arrays.sort(nanos);
        return nanos;
    }

    private CompletableFuture<Long> one(int number) {
        MadeUpPost post = maker.make(from + number);
        String markdown = "---\ntitle: " + post.title() + "\ntags: ["
                + MadeUpPost.tag(post.topics().get(0)) + "]\n---\n\n" + post.text() + "\n\n" + run + "-" + number
                + "\n";
        HttpRequest submit = HttpRequest.newBuilder(ingest.resolve("/v1/posts"))
                .timeout(PATIENCE)
                .header("Content-Type", "text/markdown")
                .POST(BodyPublishers.ofString(markdown))
                .build();
        return client.sendAsync(submit, BodyHandlers.ofString()).thenCompose(this::read);
    }

    private CompletableFuture<Long> read(HttpResponse<String> accepted) {
        long answered = System.nanoTime();
        JsonNode receipt = json(accepted.body());
        HttpRequest read = HttpRequest.newBuilder(
                        query.resolve("/v1/posts/" + receipt.path("id").asText() + "?wait=30s&receipt="
                                + receipt.path("receipt").asText()))
                .timeout(PATIENCE)
                .build();
        return client.sendAsync(read, BodyHandlers.ofString()).thenApply(post -> {
            if (post.statusCode() != 200) throw new IllegalStateException(post.body());
            return System.nanoTime() - answered;
        });
    }

    private static JsonNode json(String body) {
        try {
            return JSON.readTree(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String millis(long[] nanos, double share) {
        int at = Math.max(0, (int) Math.ceil(share * nanos.length) - 1);
        return String.format(Locale.ROOT, "%.0f ms", nanos[at] / 1e6);
    }
}
