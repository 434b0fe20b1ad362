package dev.postwire.local.command;

import dev.postwire.local.part.Lib;
import dev.postwire.local.part.PartFailure;
import dev.postwire.local.part.Tools;
import dev.postwire.local.stand.StandFolder;
import dev.postwire.local.stand.StandState;
import dev.postwire.local.stand.StateFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The broker and the database a command looks into: those of a local stand, or others by their addresses. */
final class StoreOptions {
    @Mixin
    private StandOptions stand;

    @Option(
            names = "--kafka",
            paramLabel = "HOST:PORT",
            description = "a broker elsewhere; security by KAFKA_ variables, as KAFKA_SECURITY_PROTOCOL")
    private String kafka;

    @Option(
            names = "--database",
            paramLabel = "URL",
            description = "a database elsewhere, as jdbc:postgresql://host/postwire; PGUSER and PGPASSWORD open it")
    private String database;

    /** Whether the stand's own files can be looked at. */
    boolean local() {
        return kafka == null && database == null;
    }

    StandFolder folder() {
        return stand.folder();
    }

    /** Runs a program of this module on them, its input and output ours, and answers its status. */
    int run(List<String> memory, Class<?> program, List<String> arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Tools.java());
        command.addAll(memory);
        command.addAll(List.of("-Dorg.slf4j.simpleLogger.defaultLogLevel=error", "-cp", Lib.classPath()));
        command.add(program.getName());
        command.addAll(arguments);
        ProcessBuilder process = new ProcessBuilder(command).inheritIO();
        process.environment().putAll(environment());
        return process.start().waitFor();
    }

    private Map<String, String> environment() throws IOException {
        if (local()) return localEnvironment();
        if (kafka == null || database == null) throw new PartFailure("--kafka and --database go together");
        return Map.of("KAFKA_BOOTSTRAP_SERVERS", kafka, "POSTWIRE_DATABASE_URL", database);
    }

    private Map<String, String> localEnvironment() throws IOException {
        Map<String, Integer> ports = new StateFile(folder().state())
                .read()
                .map(StandState::ports)
                .orElseThrow(() -> new PartFailure("the stand is not up; run postwire up first"));
        Path password = folder().postgres().resolve("password");
        return Map.of(
                "KAFKA_BOOTSTRAP_SERVERS",
                "127.0.0.1:" + ports.get("kafka"),
                "POSTWIRE_DATABASE_URL",
                "jdbc:postgresql://127.0.0.1:" + ports.get("postgres") + "/postwire",
                "PGUSER",
                "postwire",
                "PGPASSWORD",
                Files.readString(password).strip());
    }
}
