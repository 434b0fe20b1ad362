package dev.postwire.bench.intake;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.core.ConditionTimeoutException;
import org.awaitility.core.TerminalFailureException;

/** A program under measurement, in a JVM of its own with the heap that the local stand gives the intake. */
final class Child implements AutoCloseable {
    static final List<String> JVM = List.of("-Xmx128m", "-XX:+UseSerialGC");
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Duration LOOK = Duration.ofMillis(100);

    private final Process process;
    private final Path log;

    private Child(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    static Child start(Path folder, String name, List<String> arguments) throws IOException {
        Path log = folder.resolve(name + ".log");
        List<String> command = new ArrayList<>(List.of(java()));
        command.addAll(JVM);
        command.addAll(arguments);
        return new Child(
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start(),
                log);
    }

    static String java() {
        return ProcessHandle.current().info().command().orElse("java");
    }

    /** Waits until the address answers 200. */
    Child ready(String address) throws IOException {
        try {
            await().atMost(PATIENCE)
                    .pollInterval(LOOK)
                    .failFast(() -> !process.isAlive())
                    .until(() -> answers(address));
            return this;
        } catch (ConditionTimeoutException | TerminalFailureException e) {
            throw new IllegalStateException("not ready: " + Files.readString(log), e);
        }
    }

    long pid() {
        return process.pid();
    }

    /** Memory that the process has resident, in MiB; as Linux tells it. */
    long residentMib() throws IOException {
        for (String line : Files.readAllLines(Path.of("/proc/" + process.pid() + "/status"))) {
            if (line.startsWith("VmRSS:")) return Long.parseLong(line.replaceAll("\\D", "")) / 1024;
        }
        return 0;
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) process.destroyForcibly();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private static boolean answers(String address) {
        try {
            HttpURLConnection connection =
                    (HttpURLConnection) URI.create(address).toURL().openConnection();
            connection.setConnectTimeout((int) Duration.ofSeconds(1).toMillis());
            connection.setReadTimeout((int) Duration.ofSeconds(5).toMillis());
            return connection.getResponseCode() == 200;
        } catch (java.net.ConnectException | java.net.SocketTimeoutException e) {
            return false; // not yet
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
