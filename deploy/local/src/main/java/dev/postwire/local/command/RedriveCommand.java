package dev.postwire.local.command;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Has the enrich service put dead letters through again. */
@Command(
        name = "redrive",
        description = {
            "Puts rejected posts through again: those named, those of a reason, or all.",
            "A post that was replaced or erased since is left alone; asked for twice, it is done once."
        },
        mixinStandardHelpOptions = true)
final class RedriveCommand implements Callable<Integer> {
    private static final String PROGRAM = "dev.postwire.enrich.kafka.RedriveCommand";
    private static final List<String> MEMORY = List.of("-Xmx512m", "-Xms32m", "-XX:+UseSerialGC");

    @Mixin
    private StandOptions stand;

    @Option(names = "--all", description = "all that were rejected")
    private boolean all;

    @Option(names = "--reason", paramLabel = "REASON", description = "those of that reason; may be given several times")
    private List<String> reasons = List.of();

    @Parameters(paramLabel = "ID", description = "ids of posts, or receipts of submissions")
    private List<String> ids = List.of();

    @Override
    public Integer call() throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>();
        if (all) arguments.add("--all");
        reasons.forEach(reason -> arguments.addAll(List.of("--reason", reason)));
        arguments.addAll(ids);
        return new Job("enrich", PROGRAM, MEMORY).run(stand, arguments);
    }
}
