package dev.postwire.local.command;

import dev.postwire.local.part.PartFailure;
import dev.postwire.local.part.Tools;
import dev.postwire.local.stand.StandStatus;
import dev.postwire.local.stand.StandStatus.PartStatus;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
        StandStatus status = StandStatus.look(stand.folder());
        int kafka = status.parts().stream()
                .filter(part ->
                        part.part().name().equals("kafka") && part.health().ready())
                .map(PartStatus::part)
                .map(part -> part.port())
                .findFirst()
                .orElseThrow(() -> new PartFailure("the stand is not up; run postwire up first"));
        List<String> command = new ArrayList<>();
        command.add(Tools.java());
        command.addAll(MEMORY);
        command.addAll(List.of("-cp", classPath(StandOptions.root()), PROGRAM));
        if (full) command.add("--full");
        ProcessBuilder process = new ProcessBuilder(command).inheritIO();
        process.environment().put("KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:" + kafka);
        return process.start().waitFor() == 0 ? 0 : PostwireCommand.FAILED;
    }

    private static String classPath(Path root) {
        Path service = root.resolve("enrich-service/target/quarkus-app");
        if (!Files.isDirectory(service)) throw new PartFailure("enrich is not built: run mvn -Dquick package");
        return Stream.of("app", "lib/main", "lib/boot")
                .map(folder -> service.resolve(folder).resolve("*").toString())
                .collect(Collectors.joining(File.pathSeparator));
    }
}
