package dev.postwire.bench.million;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Optional;
import java.util.function.IntFunction;

/** How fast a query service answers that runs and is ready. */
final class Measuring {
    /** The service as well as who asks are compiled while they run. */
    private static final Duration WARM_UP = Duration.ofSeconds(10);

    /** Before the first: of a search engine so much code runs for each question that ten seconds compile half of it. */
    private static final Duration FIRST_WARM_UP = Duration.ofSeconds(60);

    /** What is asked to warm up is not what is asked then. */
    private static final int FIRST = 10_000_000;

    private static final String FASTEST = "one post, as fast as goes";

    private final BenchStand stand;
    private final int posts;
    private final Rate rate;
    private final Results results;
    private final PrintWriter progress;

    /**
     * @param aSecond questions
     * @param each how long each kind is asked
     * @param connections on which single posts are read as fast as goes
     * @param only what has this in its name
     */
    record Rate(int aSecond, Duration each, int connections, String only) {}

    Measuring(BenchStand stand, int posts, Rate rate, Results results, PrintWriter progress) {
        this.stand = stand;
        this.posts = posts;
        this.rate = rate;
        this.results = results;
        this.progress = progress;
    }

    void run() throws Exception {
        Questions questions = new Questions(posts);
        Load load = new Load(stand.service());
        load.warmUp(i -> i % 2 == 0 ? questions.twoWordsAndFilters(i) : questions.tenWords(i), FIRST_WARM_UP);
        at(load, "search: two words, filters", questions::twoWordsAndFilters);
        at(load, "search: ten words", questions::tenWords);
        at(load, "newest of a language", questions::newest);
        at(load, "one post", questions::one);
        at(load, "facets", questions::facets);
        at(load, "facets of all posts", questions::facetsOfAll);
        at(load, "timeline", questions::timeline);
        at(load, "timeline of all posts", questions::timelineOfAll);
        at(load, "similar posts", questions::similar);
        at(load, "a post's story", questions::story);
        if (FASTEST.contains(rate.only())) throughput();
    }

    private void at(Load load, String name, IntFunction<String> path) throws IOException {
        if (!name.contains(rate.only())) return;
        load.warmUp(path, WARM_UP);
        Duration before = stand.cpu();
        Load.Times times = load.run(i -> path.apply(FIRST + i), rate.aSecond(), rate.each());
        double cpu = stand.cpu().minus(before).toNanos() / 1e6 / times.nanos().length;
        String failed = times.failed() == 0
                ? ""
                : "; " + times.failed() + " failed: " + times.failure().orElse("");
        results.say(
                name + ": p50 / p99 / most, CPU",
                "%.1f / %.1f / %.1f ms, %.1f ms%s",
                times.millis(0.5),
                times.millis(0.99),
                times.millis(1),
                cpu,
                failed);
        progress.println("bench: " + name + " done");
    }

    private void throughput() throws Exception {
        Throughput throughput = new Throughput(stand, posts, rate.connections());
        throughput.http(WARM_UP);
        Duration before = stand.cpu();
        double ours = throughput.http(rate.each());
        double micros =
                stand.cpu().minus(before).toNanos() / 1e3 / (ours * rate.each().toSeconds());
        Optional<Double> peer = throughput.pgbench(rate.each());
        results.say(FASTEST + ", " + rate.connections() + " connections", "%.0f a second, %.0f µs CPU", ours, micros);
        if (peer.isEmpty()) {
            results.say("pgbench, the same SQL", "not on this machine");
            return;
        }
        results.say("pgbench, the same SQL", "%.0f a second", peer.get());
        results.say("of pgbench", "%.2f", ours / peer.get());
    }
}
