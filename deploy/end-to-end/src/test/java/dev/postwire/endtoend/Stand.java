package dev.postwire.endtoend;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.postwire.local.part.FreePorts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A stand of the packaged parts, started and stopped by the postwire command as a user starts and stops it. */
final class Stand implements AutoCloseable {
    static final List<String> PARTS = List.of("postgres", "kafka", "ingest", "enrich", "query");

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long COMMAND_MINUTES = 3;

    private final Path root = Path.of(System.getProperty("postwire.root", "../.."))
            .toAbsolutePath()
            .normalize();
    private final Path data;
    private final Map<String, Integer> ports = new LinkedHashMap<>();
    private boolean down;

    Stand(Path data) {
        this.data = data;
        for (String name : List.of("query", "ingest", "enrich", "kafka", "kafka-controller", "postgres")) {
            ports.put(name, FreePorts.free(name).number());
        }
    }

    void up() throws Exception {
        List<String> arguments = new ArrayList<>(List.of("up", "--detach"));
        ports.forEach((name, port) -> arguments.addAll(List.of("--port", name + "=" + port)));
        int status = run(arguments);
        if (status != 0) throw new IllegalStateException("up ended with " + status + ", see " + log());
    }

    /** Does nothing a second time. */
    @Override
    public void close() throws IOException {
        if (down) return;
        int status;
        try {
            status = run(List.of("down"));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while the stand went down", e);
        }
        if (status != 0) throw new IllegalStateException("down ended with " + status + ", see " + log());
        down = true;
    }

    /** The parts as {@code status --json} tells them, by name. */
    Map<String, JsonNode> status() throws Exception {
        Path out = data.resolveSibling("status.json");
        run(List.of("status", "--json"), out);
        Map<String, JsonNode> parts = new LinkedHashMap<>();
        JSON.readTree(Files.readString(out))
                .path("parts")
                .forEach(part -> parts.put(part.path("name").asText(), part));
        return parts;
    }

    /** A command that ended. */
    record Ended(int status, String out) {}

    Ended postwire(String... arguments) throws Exception {
        Path out = data.resolveSibling("postwire.out");
        return new Ended(run(List.of(arguments), out), Files.readString(out));
    }

    /** A command that goes on until it is ended, printing into that file. */
    Process start(Path out, String... arguments) throws IOException {
        List<String> command =
                new ArrayList<>(List.of(root.resolve("deploy/local/postwire").toString()));
        command.addAll(List.of(arguments));
        command.addAll(List.of("--data", data.toString()));
        return new ProcessBuilder(command)
                .redirectOutput(out.toFile())
                .redirectError(ProcessBuilder.Redirect.appendTo(log().toFile()))
                .start();
    }

    String jdbcUrl() {
        return "jdbc:postgresql://127.0.0.1:" + ports.get("postgres") + "/postwire";
    }

    String password() throws IOException {
        return Files.readString(data.resolve("postgres/password")).strip();
    }

    /** SIGKILL to one part; the supervisor is expected to bring it back. */
    void kill(String part) throws Exception {
        long pid = status().get(part).path("pid").asLong();
        ProcessHandle.of(pid).orElseThrow().destroyForcibly();
    }

    String address(String part) {
        return "http://127.0.0.1:" + ports.get(part);
    }

    String bootstrapServers() {
        return "127.0.0.1:" + ports.get("kafka");
    }

    Path data() {
        return data;
    }

    Path root() {
        return root;
    }

    private Path log() {
        return data.resolveSibling("postwire.log");
    }

    private int run(List<String> arguments) throws IOException, InterruptedException {
        return run(arguments, log());
    }

    private int run(List<String> arguments, Path out) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(root.resolve("deploy/local/postwire").toString());
        command.addAll(arguments);
        command.addAll(List.of("--data", data.toString()));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(false)
                .redirectOutput(out.toFile())
                .redirectError(ProcessBuilder.Redirect.appendTo(log().toFile()))
                .start();
        if (!process.waitFor(COMMAND_MINUTES, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new IllegalStateException("postwire " + arguments + " did not end");
        }
        return process.exitValue();
    }
}
