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

/**
 * A program that a service brings beside itself, run on a stand's broker in a process whose memory is its own.
 *
 * @param service whose classes it is made of
 * @param jvm options of its JVM
 */
record Job(String service, String program, List<String> jvm) {
    /** Runs it to its end, on this terminal, and gives its exit status. */
    int run(StandOptions stand, List<String> arguments) throws IOException, InterruptedException {
        int kafka = broker(stand);
        List<String> command = new ArrayList<>();
        command.add(Tools.java());
        command.addAll(jvm);
        command.addAll(List.of("-cp", classPath(StandOptions.root()), program));
        command.addAll(arguments);
        ProcessBuilder process = new ProcessBuilder(command).inheritIO();
        process.environment().put("KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:" + kafka);
        return process.start().waitFor();
    }

    private static int broker(StandOptions stand) {
        return StandStatus.look(stand.folder()).parts().stream()
                .filter(part ->
                        part.part().name().equals("kafka") && part.health().ready())
                .map(PartStatus::part)
                .map(part -> part.port())
                .findFirst()
                .orElseThrow(() -> new PartFailure("the stand is not up; run postwire up first"));
    }

    private String classPath(Path root) {
        Path built = root.resolve(service + "-service/target/quarkus-app");
        if (!Files.isDirectory(built)) throw new PartFailure(service + " is not built: run mvn -Dquick package");
        return Stream.of("app", "lib/main", "lib/boot")
                .map(folder -> built.resolve(folder).resolve("*").toString())
                .collect(Collectors.joining(File.pathSeparator));
    }
}
