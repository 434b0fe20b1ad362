package dev.postwire.local.postgres;

import dev.postwire.local.part.LogTail;
import dev.postwire.local.part.PartFailure;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs PostgreSQL's own programs to their end, their output appended to the log. */
final class Programs {
    private final Path log;

    Programs(Path log) {
        this.log = log;
    }

    /** The beginning of a command: the program, and before it what it needs to run as root. */
    static List<String> command(String program) {
        List<String> command = new ArrayList<>(Runner.prefix());
        command.add(PostgresBinaries.folder().resolve("bin").resolve(program).toString());
        return command;
    }

    /** Runs one statement on a data folder that no server has open. */
    void runAlone(Path data, String statement) {
        run(
                "postgres",
                List.of("--single", "-D", data.toString(), "-c", "exit_on_error=on", "postgres"),
                statement + "\n");
    }

    void run(String program, List<String> arguments, String input) {
        List<String> command = command(program);
        command.addAll(arguments);
        try {
            Files.createDirectories(log.toAbsolutePath().getParent());
            long logStart = log.toFile().length();
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
            feed(process, input);
            if (process.waitFor() != 0) {
                throw new PartFailure("PostgreSQL's " + program + " failed: " + LogTail.lastWords(log, logStart));
            }
        } catch (IOException e) {
            throw new PartFailure("PostgreSQL's " + program + " cannot be run: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PartFailure("interrupted while PostgreSQL's folder was prepared", e);
        }
    }

    private static void feed(Process process, String input) {
        try (OutputStream stdin = process.getOutputStream()) {
            stdin.write(input.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            // it ended without reading: its status tells
        }
    }
}
