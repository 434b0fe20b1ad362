package dev.postwire.local.command;

import dev.postwire.local.watch.WatchMain;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Prints posts as they arrive, in a process whose memory is its own. */
@Command(
        name = "watch",
        description = {
            "Subscribes to posts.enriched.v1 and prints a line for each post as it arrives, until Ctrl-C.",
            "Reads what is committed, as every subscriber should, and belongs to no consumer group."
        },
        mixinStandardHelpOptions = true)
final class WatchCommand implements Callable<Integer> {
    private static final Program PROGRAM =
            new Program(WatchMain.class, List.of("-Xmx192m", "-Xms16m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));

    @Mixin
    private StandOptions stand;

    @Option(names = "--tag", paramLabel = "TAG", description = "only posts with this tag; repeatable: any of them")
    private List<String> tags = List.of();

    @Option(names = "--language", paramLabel = "CODE", description = "only posts in this language, e.g. en")
    private String language;

    @Option(names = "--json", description = "the document, one a line")
    private boolean json;

    @Option(names = "--from-start", description = "first all that stands, then what comes")
    private boolean fromStart;

    @Option(
            names = "--kafka",
            paramLabel = "HOST:PORT",
            description = "a broker elsewhere; security by KAFKA_ variables, as KAFKA_SECURITY_PROTOCOL")
    private String kafka;

    @Override
    public Integer call() throws IOException, InterruptedException {
        String broker = kafka != null
                ? kafka
                : "127.0.0.1:" + ServiceOptions.ports(stand.folder()).get("kafka");
        List<String> arguments = new ArrayList<>(
                List.of(json ? "json" : "text", fromStart ? "start" : "now", language == null ? "" : language));
        arguments.addAll(tags);
        return PROGRAM.run(arguments, Map.of("KAFKA_BOOTSTRAP_SERVERS", broker));
    }
}
