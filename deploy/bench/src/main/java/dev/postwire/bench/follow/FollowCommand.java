package dev.postwire.bench.follow;

import dev.postwire.bench.Report;
import dev.postwire.bench.accuracy.Table;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "follow",
        description = "What thousands of open streams, or of waiting calls, cost a running query service.",
        mixinStandardHelpOptions = true)
public final class FollowCommand implements Callable<Integer> {
    private static final Pattern POST = Pattern.compile("event: post\ndata: \\{\"id\":\"(bench-[0-9a-z-]+)\"");
    private static final long SETTLE_MILLIS = 5_000;

    @Option(names = "--query", defaultValue = "http://127.0.0.1:8080", description = "Default: ${DEFAULT-VALUE}.")
    URI query;

    @Option(names = "--ingest", defaultValue = "http://127.0.0.1:8081", description = "Default: ${DEFAULT-VALUE}.")
    URI ingest;

    @Option(names = "--streams", defaultValue = "5000", description = "Default: ${DEFAULT-VALUE}.")
    int streams;

    @Option(names = "--waits", description = "Calls that wait for posts that never come, instead of streams.")
    boolean waits;

    @Option(names = "--posts", defaultValue = "100", description = "Posted meanwhile (default: ${DEFAULT-VALUE}).")
    int posts;

    @Option(names = "--rate", defaultValue = "10", description = "Posts a second (default: ${DEFAULT-VALUE}).")
    int rate;

    @Mixin
    Report report;

    @Spec
    CommandSpec spec;

    private final HttpClient client = HttpClient.newHttpClient();
    private final Map<String, Long> postedAt = new ConcurrentHashMap<>();
    private final List<Long> delays = new ArrayList<>();
    private final Map<String, Integer> heard = new HashMap<>();

    @Override
    public Integer call() throws Exception {
        String run = "bench-" + Long.toString(System.currentTimeMillis(), Character.MAX_RADIX) + "-";
        Gauge before = Gauge.read(client, query);
        try (Crowd crowd = new Crowd(this::hear)) {
            InetSocketAddress address = new InetSocketAddress(query.getHost(), query.getPort());
            crowd.open(address, streams, i -> waits ? "/v1/posts/never-" + run + i + "?wait=60s" : "/v1/stream");
            crowd.listen(SETTLE_MILLIS);
            Gauge idle = Gauge.read(client, query);
            crowd.listen(SETTLE_MILLIS);
            Gauge rested = Gauge.read(client, query);
            ScheduledExecutorService poster = Executors.newSingleThreadScheduledExecutor();
            for (int i = 0; i < posts; i++) {
                String id = run + i;
                poster.schedule(() -> post(id), i * 1_000L / rate, TimeUnit.MILLISECONDS);
            }
            crowd.listen(posts * 1_000L / rate + SETTLE_MILLIS);
            poster.shutdownNow();
            Gauge after = Gauge.read(client, query);
            publish(crowd.open(), before, idle, rested, after);
        }
        return 0;
    }

    private Void post(String id) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(ingest.resolve("/v1/posts/" + id))
                .header("Content-Type", "text/markdown")
                .PUT(HttpRequest.BodyPublishers.ofString("# Tea " + id + "\n\nTea at four, with " + id + ".\n"))
                .build();
        postedAt.put(id, System.nanoTime());
        HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 202) throw new IOException("status " + answer.statusCode());
        return null;
    }

    private void hear(int connection, String text, long now) {
        Crowd.each(POST, text, id -> {
            Long posted = postedAt.get(id);
            if (posted == null) return;
            delays.add(now - posted);
            heard.merge(id, 1, Integer::sum);
        });
    }

    private void publish(int open, Gauge before, Gauge idle, Gauge rested, Gauge after) throws IOException {
        Table table = new Table(List.of("measured", (waits ? "waiting calls: " : "streams: ") + streams));
        table.row(List.of("open at the end", String.valueOf(open)));
        table.row(List.of("threads before, with all open", "%.0f, %.0f".formatted(before.threads(), idle.threads())));
        table.row(List.of(
                "heap in use before, with all open (no collection forced)",
                "%.0f MB, %.0f MB".formatted(before.heapBytes() / 1e6, idle.heapBytes() / 1e6)));
        table.row(List.of(
                "CPU share while nothing happens",
                "%.1f %%".formatted(100_000 * (rested.cpuSeconds() - idle.cpuSeconds()) / SETTLE_MILLIS)));
        table.row(List.of(
                "CPU seconds for " + posts + " posts", "%.1f".formatted(after.cpuSeconds() - rested.cpuSeconds())));
        if (!waits) arrivals(table);
        report.publish("follow", table.toString(), spec.commandLine().getOut());
    }

    /** Events that one read tore apart are not counted, so a little less than all is all. */
    private void arrivals(Table table) {
        Collections.sort(delays);
        table.row(List.of("events seen of " + (long) posts * streams, String.valueOf(delays.size())));
        for (int percent : List.of(50, 99)) {
            table.row(List.of(
                    "from the post to the reader, p" + percent,
                    delays.isEmpty()
                            ? "-"
                            : "%d ms".formatted(delays.get((delays.size() - 1) * percent / 100) / 1_000_000)));
        }
    }
}
