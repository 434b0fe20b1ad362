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
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A program of the enrich service's, run beside the stand in a process of its own, on the stand's Kafka. */
final class EnrichProgram {
    private EnrichProgram() {}

    /**
     * Waits until it ends; it talks to the terminal itself.
     *
     * @param memory the options of its JVM
     * @return its exit status
     */
    static int run(StandOptions stand, String program, List<String> memory, List<String> arguments)
            throws IOException, InterruptedException {
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
        command.addAll(memory);
        command.addAll(List.of("-cp", classPath(StandOptions.root()), program));
        command.addAll(arguments);
        ProcessBuilder process = new ProcessBuilder(command).inheritIO();
        process.environment().put("KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:" + kafka);
        return process.start().waitFor();
    }

    private static String classPath(Path root) {
        Path service = root.resolve("enrich-service/target/quarkus-app");
        if (!Files.isDirectory(service)) throw new PartFailure("enrich is not built: run mvn -Dquick package");
        return Stream.of("app", "lib/main", "lib/boot")
                .map(folder -> service.resolve(folder).resolve("*").toString())
                .collect(Collectors.joining(File.pathSeparator));
    }
}
