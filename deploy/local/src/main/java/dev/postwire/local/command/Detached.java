package dev.postwire.local.command;

import dev.postwire.local.part.LogTail;
import dev.postwire.local.part.PartFailure;
import dev.postwire.local.part.Tools;
import dev.postwire.local.stand.Ports;
import dev.postwire.local.stand.StandFolder;
import dev.postwire.local.stand.StandState;
import dev.postwire.local.stand.StandState.Phase;
import dev.postwire.local.stand.StateFile;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A supervisor in a session of its own, so that it outlives the terminal; its words go to {@code logs/supervisor.log}. */
final class Detached {
    private static final Duration LOOK_INTERVAL = Duration.ofMillis(50);

    private Detached() {}

    /**
     * Starts it and returns when all parts are healthy.
     *
     * @throws PartFailure with the last thing it said, when it ends before
     */
    static void start(StandFolder folder, Ports ports, Duration atMost) {
        Path log = folder.log("supervisor");
        long logStart = log.toFile().length();
        try {
            Process process = new ProcessBuilder(command(folder, ports))
                    .redirectInput(
                            ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
            // it gives up by itself after that time; ours is a little longer so that its reason is told
            if (!awaitUp(process, folder, atMost.plusSeconds(60))) {
                throw new PartFailure(LogTail.lastAfter("postwire: ", log, logStart));
            }
        } catch (IOException e) {
            throw new PartFailure("the supervisor cannot be started: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PartFailure("interrupted; the stand goes on starting, 'postwire down' stops it", e);
        }
    }

    private static List<String> command(StandFolder folder, Ports ports) {
        List<String> command = new ArrayList<>(Tools.ownSession());
        command.add(Tools.java());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), PostwireCommand.class.getName()));
        command.addAll(List.of("up", "--data", folder.root().toString()));
        ports.numbers().forEach((key, number) -> command.addAll(List.of("--port", key + "=" + number)));
        return command;
    }

    private static boolean awaitUp(Process process, StandFolder folder, Duration atMost) throws InterruptedException {
        StateFile file = new StateFile(folder.state());
        long deadline = System.nanoTime() + atMost.toNanos();
        while (System.nanoTime() < deadline) {
            if (file.read().map(StandState::phase).filter(Phase.UP::equals).isPresent()) {
                return true;
            }
            if (process.waitFor(LOOK_INTERVAL.toMillis(), TimeUnit.MILLISECONDS)) {
                return false;
            }
        }
        return false;
    }
}
