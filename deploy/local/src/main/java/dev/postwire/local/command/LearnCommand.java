package dev.postwire.local.command;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs the enrich service's own learning beside the stand, in a process whose memory is its own. */
@Command(
        name = "learn",
        description = {
            "Learns tags from those that authors gave, and publishes what was learned.",
            "Every enrich service takes it up at once; posts that come from then on are tagged by it."
        },
        mixinStandardHelpOptions = true)
final class LearnCommand implements Callable<Integer> {
    private static final String PROGRAM = "dev.postwire.enrich.kafka.model.LearnCommand";
    private static final List<String> MEMORY = List.of("-Xmx1536m", "-Xms64m", "-XX:+UseParallelGC");

    @Mixin
    private StandOptions stand;

    @Option(names = "--full", description = "from all posts anew, not only from those that are new")
    private boolean full;

    @Override
    public Integer call() throws IOException, InterruptedException {
        return new Job("enrich", PROGRAM, MEMORY).run(stand, full ? List.of("--full") : List.of()) == 0
                ? 0
                : PostwireCommand.FAILED;
    }
}
