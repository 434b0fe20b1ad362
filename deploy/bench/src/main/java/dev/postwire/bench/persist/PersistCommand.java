package dev.postwire.bench.persist;

import dev.postwire.bench.Report;
import dev.postwire.bench.accuracy.Table;
import dev.postwire.bench.persist.Parts.Used;
import dev.postwire.query.kafka.TopicToStore;
import io.agroal.api.AgroalDataSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.ToLongFunction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "persist",
        description = "How fast full topics are stored, beside psql's COPY and INSERT … SELECT of the same rows.",
        mixinStandardHelpOptions = true)
public final class PersistCommand implements Callable<Integer> {
    @Option(names = "--posts", description = "How many (default: ${DEFAULT-VALUE}).", defaultValue = "30000")
    int posts;

    @Option(names = "--rounds", description = "Of each, in turn (default: ${DEFAULT-VALUE}).", defaultValue = "3")
    int rounds;

    @Option(
            names = "--batch",
            description = "Records a transaction (default: ${DEFAULT-VALUE}).",
            defaultValue = "1000")
    int batch;

    @Mixin
    Report report;

    @Spec
    CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        List<Used> ours = new ArrayList<>();
        List<Used> peers = new ArrayList<>();
        try (Parts parts = new Parts()) {
            new FullTopics(parts.kafka()).fill(posts);
            StagedCopy peer = new StagedCopy(parts);
            // The round before the first warms this JVM up, and gives the peer its rows.
            for (int round = 0; round <= rounds; round++) {
                try (AgroalDataSource database = parts.database("ours" + round)) {
                    Used before = parts.used();
                    Duration took = TopicToStore.drain(parts.kafka(), database, 2 * posts, batch);
                    Used used = parts.used().since(before);
                    if (round == 0) peer.dump(database);
                    else ours.add(new Used(took.toNanos(), used.database(), used.program()));
                }
                if (round == 0) continue;
                String name = "peer" + round;
                try (AgroalDataSource database = parts.database(name)) {
                    Used before = parts.used();
                    Duration took = peer.load(name, database);
                    Used used = parts.used().since(before);
                    peers.add(new Used(took.toNanos(), used.database(), used.program()));
                }
            }
        }
        Table table = new Table(List.of(
                posts + " posts with their receipts",
                "seconds, by round",
                "posts/s",
                "of the peer",
                "CPU s of PostgreSQL",
                "CPU s of the program"));
        double best = rate(peers);
        row(table, "Postwire, from the topics to the commit", ours, best);
        row(table, "psql: `COPY` into staging tables, `INSERT … SELECT`", peers, best);
        report.publish("persist", table.toString(), spec.commandLine().getOut());
        return 0;
    }

    /** Of the median round. */
    private double rate(List<Used> rounds) {
        return posts / (median(rounds, Used::nanos) / 1e9);
    }

    private static long median(List<Used> rounds, ToLongFunction<Used> what) {
        return rounds.stream().mapToLong(what).sorted().toArray()[rounds.size() / 2];
    }

    private void row(Table table, String name, List<Used> rounds, double best) {
        List<String> seconds = rounds.stream()
                .map(round -> String.format(Locale.ROOT, "%.1f", round.nanos() / 1e9))
                .toList();
        table.row(List.of(
                name,
                String.join(", ", seconds),
                String.format(Locale.ROOT, "%.0f", rate(rounds)),
                String.format(Locale.ROOT, "%.2f", rate(rounds) / best),
                String.format(
                        Locale.ROOT,
                        "%.1f",
                        median(rounds, used -> used.database().toMillis()) / 1e3),
                String.format(
                        Locale.ROOT,
                        "%.1f",
                        median(rounds, used -> used.program().toMillis()) / 1e3)));
    }
}
