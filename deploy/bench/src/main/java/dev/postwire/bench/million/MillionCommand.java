package dev.postwire.bench.million;

import dev.postwire.bench.Checkout;
import dev.postwire.bench.Report;
import dev.postwire.local.part.PartProcess;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "million",
        description = "A store of very many made-up posts: fills it, and measures how fast the query service answers.",
        mixinStandardHelpOptions = true)
public final class MillionCommand implements Callable<Integer> {
    /** While the service is away, one post for so many there are. */
    private static final int MORE = 100;

    /** What is done in one run: all of it takes long. */
    enum Stage {
        FILL,
        INDEX,
        MEASURE
    }

    @Option(names = "--posts", description = "How many (default: ${DEFAULT-VALUE}).", defaultValue = "10000")
    int posts;

    @Option(
            names = "--data",
            description = "Where the store lasts from one run to the next, which can make it larger.",
            required = true)
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

    @Option(names = "--only", description = "Measures what has this in its name.", defaultValue = "")
    String only;

    @Mixin
    Report report;

    @Spec
    CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        Path kept = Checkout.root().resolve("deploy/bench/target/million");
        Results results = new Results(kept, posts);
        try (BenchStand stand = new BenchStand(data).startDatabase()) {
            Filling filling = new Filling(stand, progress());
            if (stages.contains(Stage.FILL)) filling.fill(posts, Duration.ofMinutes(minutes), results);
            mustHold(filling.count());
            if (stages.contains(Stage.INDEX)) index(stand, filling, results);
            if (stages.contains(Stage.MEASURE)) measure(stand, results);
        }
        report.publish(
                "million", Results.growth(kept).toString(), spec.commandLine().getOut());
        return 0;
    }

    private void mustHold(int there) {
        if (there >= posts && there <= posts * 1.1) return;
        throw new ParameterException(
                spec.commandLine(), "the store in " + data + " holds " + there + " posts and not about " + posts);
    }

    private void index(BenchStand stand, Filling filling, Results results) throws Exception {
        stand.startBroker();
        Indexing indexing = new Indexing(stand);
        indexing.fromNothing(results);
        filling.store(filling.count() + posts / MORE, Duration.ofMinutes(minutes));
        indexing.afterRestart(results);
    }

    private void measure(BenchStand stand, Results results) throws Exception {
        stand.startBroker();
        PartProcess query = stand.startQuery();
        new Indexing(stand).awaitReady();
        var each = new Measuring.Rate(rate, Duration.ofSeconds(seconds), connections, only);
        new Measuring(stand, posts, each, results, progress()).run();
        stand.stop(query);
    }

    private PrintWriter progress() {
        return spec.commandLine().getErr();
    }
}
