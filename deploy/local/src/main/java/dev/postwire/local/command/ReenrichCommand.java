package dev.postwire.local.command;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Has the enrich service enrich anew what stands. */
@Command(
        name = "reenrich",
        description = {
            "Enriches anew what stands, beside the live posts, and publishes what differs.",
            "The service does it; ending this command (Ctrl-C) ends only the display."
        },
        mixinStandardHelpOptions = true)
final class ReenrichCommand implements Callable<Integer> {
    private static final String PROGRAM = "dev.postwire.enrich.kafka.ReenrichCommand";
    private static final List<String> MEMORY = List.of("-Xmx128m", "-Xms32m", "-XX:+UseSerialGC");

    @Mixin
    private StandOptions stand;

    @Option(names = "--rate", paramLabel = "N", description = "posts a second at the most (default 50)")
    private Integer rate;

    @Option(names = "--all", description = "publish also what does not differ, as for a route that is new")
    private boolean all;

    @Option(names = "--no-wait", description = "return at once")
    private boolean noWait;

    @Option(names = "--follow", description = "begin nothing; show how far the one under way is")
    private boolean follow;

    @Option(names = "--stop", description = "end the one under way")
    private boolean stop;

    @Override
    public Integer call() throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>();
        if (rate != null) arguments.addAll(List.of("--rate", rate.toString()));
        if (all) arguments.add("--all");
        if (noWait) arguments.add("--no-wait");
        if (follow) arguments.add("--follow");
        if (stop) arguments.add("--stop");
        return new Job("enrich", PROGRAM, MEMORY).run(stand, arguments);
    }
}
