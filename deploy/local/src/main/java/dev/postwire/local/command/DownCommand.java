package dev.postwire.local.command;

import dev.postwire.local.part.PartFailure;
import dev.postwire.local.part.ProcessId;
import dev.postwire.local.stand.StandFolder;
import dev.postwire.local.stand.StandState;
import dev.postwire.local.stand.StateFile;
import dev.postwire.local.supervise.Orphans;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Stops a stand and returns when none of its processes is left, whether its supervisor lives or was killed. */
@Command(name = "down", description = "Stops a stand; its data stays.", mixinStandardHelpOptions = true)
final class DownCommand implements Callable<Integer> {
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @Mixin
    private StandOptions stand;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        StandFolder folder = stand.folder();
        PrintWriter out = spec.commandLine().getOut();
        StateFile file = new StateFile(folder.state());
        Optional<StandState> before = file.read();
        if (before.isEmpty()) {
            out.println("not up (" + folder.root() + ")");
            return 0;
        }
        boolean wasUp = stopSupervisor(before.get().supervisor());
        // as it was written last: it may have restarted a part before it stopped, or never come to stop
        List<String> left = Orphans.end(file.read().orElse(before.get()));
        file.delete();
        if (!left.isEmpty()) {
            out.println("ended what a killed supervisor had left: " + String.join(", ", left));
        }
        out.println(wasUp || !left.isEmpty() ? "stopped" : "not up (" + folder.root() + ")");
        return 0;
    }

    private static boolean stopSupervisor(ProcessId supervisor) {
        Optional<ProcessHandle> running = supervisor.find();
        running.ifPresent(ProcessHandle::destroy);
        if (running.isPresent() && !supervisor.awaitGone(PATIENCE)) {
            throw new PartFailure(
                    "the supervisor (process " + supervisor.pid() + ") does not stop; kill it, then run down again");
        }
        return running.isPresent();
    }
}
