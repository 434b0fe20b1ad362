package dev.postwire.local.supervise;

import dev.postwire.local.part.Part;
import dev.postwire.local.part.PartFailure;
import dev.postwire.local.part.ProcessId;
import dev.postwire.local.stand.StandState;
import dev.postwire.local.stand.StandState.Phase;
import dev.postwire.local.stand.StateFile;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Runs the parts of a stand: starts all at once, keeps each running, writes down after each change what runs, and stops
 * them group after group. Safe for use by several threads.
 */
public final class Supervisor {
    private static final Duration LOOK_INTERVAL = Duration.ofMillis(50);

    private final List<List<Keeper>> groups = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();
    private final StateFile file;
    private final Map<String, Integer> ports;
    private final ProcessId self = ProcessId.of(ProcessHandle.current());
    private final Object change = new Object();
    private final Consumer<String> journal;
    private Phase phase = Phase.STARTING; // guarded by change
    private String writeFailure = ""; // guarded by change

    /**
     * @param stopOrder the parts in groups; those of a group are stopped at once, after the group before
     * @param file where the state is written
     * @param journal told in one line what a person should know
     */
    public Supervisor(
            List<List<Part>> stopOrder, StateFile file, Map<String, Integer> ports, Consumer<String> journal) {
        this.file = file;
        this.ports = ports;
        this.journal = journal;
        for (List<Part> group : stopOrder) {
            groups.add(group.stream()
                    .map(part -> new Keeper(part, this::changed, journal))
                    .toList());
        }
    }

    /** Starts all parts and returns at once. */
    public synchronized void start() {
        for (Keeper keeper : keepers()) {
            Thread thread = new Thread(keeper, "keeper-" + keeper.state().name());
            threads.add(thread);
            thread.start();
        }
    }

    /**
     * Waits until every part is healthy; false when it was stopped before.
     *
     * @throws PartFailure when one will not come up, or not all are in time
     */
    public boolean awaitHealthy(Duration atMost) {
        long deadline = System.nanoTime() + atMost.toNanos();
        synchronized (change) {
            while (!allHealthy() && phase == Phase.STARTING) {
                failure().ifPresent(message -> {
                    throw new PartFailure(message);
                });
                if (System.nanoTime() > deadline) {
                    throw new PartFailure("not healthy within " + atMost.toSeconds() + " s: " + unhealthy());
                }
                awaitChange();
            }
            enter(Phase.UP);
            return phase == Phase.UP;
        }
    }

    private void awaitChange() {
        try {
            TimeUnit.MILLISECONDS.timedWait(change, LOOK_INTERVAL.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PartFailure("interrupted while the parts were starting", e);
        }
    }

    private boolean allHealthy() {
        return keepers().stream().allMatch(keeper -> keeper.state().healthy());
    }

    private Optional<String> failure() {
        return keepers().stream().flatMap(keeper -> keeper.failure().stream()).findFirst();
    }

    private String unhealthy() {
        return keepers().stream()
                .map(Keeper::state)
                .filter(state -> !state.healthy())
                .map(state -> state.name() + " (" + state.detail() + ")")
                .toList()
                .toString();
    }

    /** Stops all parts, group after group; returns when no process is left. Does nothing when called again. */
    public synchronized void stop() {
        enter(Phase.STOPPING);
        for (List<Keeper> group : groups) {
            List<Thread> stoppers =
                    group.stream().map(keeper -> new Thread(keeper::stop)).toList();
            stoppers.forEach(Thread::start);
            stoppers.forEach(Supervisor::join);
        }
        threads.forEach(Supervisor::join);
        file.delete();
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void enter(Phase next) {
        synchronized (change) {
            if (phase != Phase.STOPPING) {
                phase = next;
                changed();
            }
        }
    }

    private void changed() {
        synchronized (change) {
            try {
                file.write(state());
                writeFailure = "";
            } catch (PartFailure e) { // a full disk must not end the watch over the parts
                if (!e.getMessage().equals(writeFailure)) {
                    writeFailure = e.getMessage();
                    journal.accept(writeFailure);
                }
            }
            change.notifyAll();
        }
    }

    /** What runs now. */
    public StandState state() {
        synchronized (change) {
            return new StandState(
                    self, phase, ports, keepers().stream().map(Keeper::state).toList());
        }
    }

    private List<Keeper> keepers() {
        return groups.stream().flatMap(List::stream).toList();
    }
}
