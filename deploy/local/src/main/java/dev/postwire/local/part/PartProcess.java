package dev.postwire.local.part;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A running part: one process, in a session of its own so that the terminal's Ctrl-C reaches only who started it.
 *
 * <p>Safe for use by several threads. Once it has ended it stays ended; a restart is a new one.
 */
public final class PartProcess {
    private static final Duration PROBE_INTERVAL = Duration.ofMillis(100);
    private static final int KILLED = 128 + 9;
    private static final Duration KILL_DEADLINE = Duration.ofSeconds(10);

    private final Part part;
    private final Process process;
    private final ProcessId id;

    private final long logStart;

    private PartProcess(Part part, Process process, long logStart) {
        this.part = part;
        this.logStart = logStart;
        this.process = process;
        this.id = ProcessId.of(process.toHandle());
    }

    /**
     * Prepares and starts; does not wait until it is ready.
     *
     * @throws PartFailure when it cannot be prepared or its program cannot be run
     */
    public static PartProcess start(Part part) {
        part.prepare();
        Launch launch = part.launch();
        try {
            Files.createDirectories(launch.log().toAbsolutePath().getParent());
            long logStart = launch.log().toFile().length();
            return new PartProcess(part, builder(launch).start(), logStart);
        } catch (IOException e) {
            throw new PartFailure(part.name() + " cannot be started: " + e.getMessage(), e);
        }
    }

    private static ProcessBuilder builder(Launch launch) {
        List<String> command = new ArrayList<>(Tools.ownSession());
        command.addAll(launch.command());
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(
                        launch.log().toAbsolutePath().getParent().toFile()) // no .env or config folder of the caller's
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(launch.log().toFile()));
        // POSTWIRE_ configures the command, and a service would take it for keys of its own; PG is for libpq's users
        builder.environment().keySet().removeIf(name -> name.startsWith("POSTWIRE_") || name.startsWith("PG"));
        builder.environment().putAll(launch.environment());
        return builder;
    }

    /**
     * Waits until the part is ready.
     *
     * @throws PartFailure when it ends first, or is not ready in time
     */
    public void awaitReady(Duration atMost) {
        Instant deadline = Instant.now().plus(atMost);
        Health health = part.probe();
        while (!health.ready()) {
            if (awaitExit(PROBE_INTERVAL)) {
                throw new PartFailure(part.name() + " " + lastWords());
            }
            if (Instant.now().isAfter(deadline)) {
                throw new PartFailure(part.name() + " was not ready within " + atMost.toSeconds() + " s: "
                        + health.detail() + " (see " + part.launch().log() + ")");
            }
            health = part.probe();
        }
    }

    /** Asks it to stop, waits as long as the part allows, then kills it. Returns when it is gone. */
    public void stop() {
        part.stopSignal().send(process.toHandle());
        if (!awaitExit(part.stopDeadline())) {
            kill();
        }
    }

    /** Ends it at once, as a crash would, and returns when it is gone. */
    public void kill() {
        process.destroyForcibly();
        awaitExit(KILL_DEADLINE);
    }

    /** Waits for its end; false when it still runs, or when the waiting thread was interrupted. */
    public boolean awaitExit(Duration atMost) {
        try {
            return process.waitFor(atMost.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return !process.isAlive();
        }
    }

    public Part part() {
        return part;
    }

    public ProcessId id() {
        return id;
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** How it ended, in one line: by which signal, or with which status and what it said last. */
    public String lastWords() {
        int status = process.exitValue();
        if (status == KILLED) {
            return "was killed";
        }
        Path log = part.launch().log();
        return "ended with status " + status + ": " + LogTail.lastWords(log, logStart) + " (see " + log + ")";
    }
}
