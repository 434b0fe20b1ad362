package dev.postwire.bench.million;

import dev.postwire.bench.accuracy.Table;
import dev.postwire.local.part.PartProcess;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "million",
        description = "A store of very many made-up posts: fills it, and measures how fast the query service answers.",
        mixinStandardHelpOptions = true)
public final class MillionCommand implements Callable<Integer> {
    private static final Duration WARM_UP = Duration.ofSeconds(4);
    private static final Duration INDEXED_WITHIN = Duration.ofMinutes(20);

    /** What is done in one run: all of it takes long. */
    enum Stage {
        FILL,
        INDEX,
        MEASURE
    }

    @Option(names = "--posts", description = "How many (default: ${DEFAULT-VALUE}).", defaultValue = "10000")
    int posts;

    @Option(names = "--data", description = "Where the store lasts from one run to the next.", required = true)
    Path data;

    @Option(
            names = "--stage",
            split = ",",
            description = "${COMPLETION-CANDIDATES} (default: all).",
            defaultValue = "FILL,INDEX,MEASURE")
    List<Stage> stages;

    @Option(names = "--minutes", description = "To fill at most; the next run goes on.", defaultValue = "60")
    int minutes;

    @Option(names = "--seconds", description = "To measure each (default: ${DEFAULT-VALUE}).", defaultValue = "20")
    int seconds;

    @Option(names = "--rate", description = "Questions a second (default: ${DEFAULT-VALUE}).", defaultValue = "50")
    int rate;

    @Option(names = "--connections", description = "For throughput (default: ${DEFAULT-VALUE}).", defaultValue = "8")
    int connections;

    @Spec
    CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        Table table = new Table(List.of(posts + " posts", "p50", "p99", "most", "CPU", "failed"));
        try (BenchStand stand = new BenchStand(data).startDatabase()) {
            if (stages.contains(Stage.FILL)) fill(table, stand);
            if (stages.contains(Stage.INDEX) || stages.contains(Stage.MEASURE)) stand.startBroker();
            if (stages.contains(Stage.INDEX)) index(table, stand);
            if (stages.contains(Stage.MEASURE)) measure(table, stand);
        }
        spec.commandLine().getOut().println(table);
        spec.commandLine().getOut().flush();
        return 0;
    }

    private void fill(Table table, BenchStand stand) throws Exception {
        Filling filling = new Filling(stand.database());
        int before = filling.count();
        long started = System.nanoTime();
        int there = filling.fill(posts, Duration.ofMinutes(minutes));
        double took = seconds(started);
        filling.settle();
        say(table, "filled from " + before + " to " + there, "%.1f s, %.0f a second", took, (there - before) / took);
        try (var connection = stand.connect();
                var statement = connection.createStatement();
                var row = statement.executeQuery("SELECT pg_database_size(current_database()) / 1e6")) {
            row.next();
            say(table, "database", "%.0f MB", row.getDouble(1));
        }
    }

    /** From nothing until it is ready; and once more from what it left. */
    private void index(Table table, BenchStand stand) throws Exception {
        Path index = stand.folder().resolve("index");
        delete(index);
        long started = System.nanoTime();
        Duration before = stand.cpu();
        PartProcess query = stand.startQuery();
        awaitReady(stand.service());
        say(
                table,
                "ready with no index there",
                "%.1f s, %.1f s CPU",
                seconds(started),
                stand.cpu().minus(before).toMillis() / 1e3);
        say(table, "index", "%.0f MB", size(index) / 1e6);
        stand.stop(query);
        started = System.nanoTime();
        before = stand.cpu();
        query = stand.startQuery();
        awaitReady(stand.service());
        say(
                table,
                "ready after a restart",
                "%.1f s, %.1f s CPU",
                seconds(started),
                stand.cpu().minus(before).toMillis() / 1e3);
        stand.stop(query);
    }

    private void measure(Table table, BenchStand stand) throws Exception {
        PartProcess query = stand.startQuery();
        awaitReady(stand.service());
        Load load = new Load(stand.service());
        Questions questions = new Questions(posts);
        at(table, stand, load, "search: two words, filters", questions::twoWordsAndFilters);
        at(table, stand, load, "search: ten words", questions::tenWords);
        at(table, stand, load, "newest of a language", questions::newest);
        at(table, stand, load, "one post", questions::one);
        at(table, stand, load, "facets", questions::facets);
        at(table, stand, load, "timeline", questions::timeline);
        at(table, stand, load, "similar posts", questions::similar);
        at(table, stand, load, "a post's story", questions::story);
        Throughput throughput = new Throughput(stand, posts, connections);
        throughput.http(WARM_UP);
        double ours = throughput.http(Duration.ofSeconds(seconds / 2));
        double peer = throughput.pgbench(Duration.ofSeconds(seconds / 2));
        say(table, "one post, " + connections + " connections", "%.0f a second", ours);
        say(table, "pgbench, the same SQL", "%.0f a second; ours %.2f of it", peer, ours / peer);
        stand.stop(query);
    }

    private void at(Table table, BenchStand stand, Load load, String name, IntFunction<String> path)
            throws java.io.IOException {
        load.run(path, rate, WARM_UP);
        Duration before = stand.cpu();
        Load.Times times = load.run(i -> path.apply(1_000_000 + i), rate, Duration.ofSeconds(seconds));
        Duration cpu = stand.cpu().minus(before);
        table.row(List.of(
                name,
                millis(times.millis(0.5)),
                millis(times.millis(0.99)),
                millis(times.millis(1)),
                millis(cpu.toNanos() / 1e6 / times.nanos().length),
                times.failed() + times.failure().map(first -> " " + first).orElse("")));
        spec.commandLine().getErr().println("bench: " + name + " done");
    }

    private static String millis(double millis) {
        return String.format(Locale.ROOT, "%.1f ms", millis);
    }

    private static void say(Table table, String what, String format, Object... values) {
        table.row(List.of(what, String.format(Locale.ROOT, format, values), "", "", "", ""));
    }

    private static double seconds(long started) {
        return (System.nanoTime() - started) / 1e9;
    }

    private static void awaitReady(URI service) throws Exception {
        HttpClient client = HttpClient.newHttpClient();
        HttpRequest ready =
                HttpRequest.newBuilder(service.resolve("/q/health/ready")).build();
        long deadline = System.nanoTime() + INDEXED_WITHIN.toNanos();
        while (client.send(ready, BodyHandlers.ofString()).statusCode() != 200) {
            if (System.nanoTime() > deadline) throw new IllegalStateException("the service does not get ready");
            Thread.sleep(100);
        }
    }

    private static void delete(Path folder) throws java.io.IOException {
        if (!Files.exists(folder)) return;
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path one : all.sorted(java.util.Comparator.reverseOrder()).toList()) Files.delete(one);
        }
    }

    private static long size(Path folder) throws java.io.IOException {
        if (!Files.exists(folder)) return 0;
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }
}
