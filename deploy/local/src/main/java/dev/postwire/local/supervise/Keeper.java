package dev.postwire.local.supervise;

import dev.postwire.local.part.Health;
import dev.postwire.local.part.LogBound;
import dev.postwire.local.part.Part;
import dev.postwire.local.part.PartFailure;
import dev.postwire.local.part.PartProcess;
import dev.postwire.local.stand.StandState.PartState;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Keeps one part running, on a thread of its own: starts it, probes it, and starts it again when it dies or says that only
 * a restart will help. {@link #stop} may be called from any thread, more than once.
 */
final class Keeper implements Runnable {
    private static final Duration STEADY = Duration.ofSeconds(60);
    private static final int DEATHS_BEFORE_READY = 5;

    private final Part part;
    private final Runnable changed;
    private final Consumer<String> journal;
    private final Backoff backoff = new Backoff();
    private final CountDownLatch stopRequested = new CountDownLatch(1);
    private final Object processLock = new Object();

    private PartProcess process; // guarded by processLock
    private volatile PartState state;
    private volatile boolean wasReady;
    private volatile int deathsBeforeReady;
    private volatile Optional<String> failure = Optional.empty();

    /**
     * @param changed called after each change of {@link #state}
     * @param journal told in one line what a person should know
     */
    Keeper(Part part, Runnable changed, Consumer<String> journal) {
        this.part = part;
        this.changed = changed;
        this.journal = journal;
        this.state = new PartState(part.name(), Optional.empty(), part.port(), false, 0, "not started");
    }

    @Override
    public void run() {
        while (!isStopping()) {
            keepOnce();
            if (!isStopping()) {
                pause(backoff.next());
                state = new PartState(
                        part.name(), Optional.empty(), part.port(), false, state.restarts() + 1, state.detail());
            }
        }
    }

    private void keepOnce() {
        try {
            start().ifPresent(this::watch);
        } catch (RuntimeException e) { // a fault of ours: begin anew with this part rather than leave it unwatched
            journal.accept(part.name() + " is restarted, the supervisor failed: " + e);
            synchronized (processLock) {
                if (process != null) {
                    process.stop();
                }
            }
        }
    }

    private Optional<PartProcess> start() {
        synchronized (processLock) {
            if (isStopping()) {
                return Optional.empty();
            }
            try {
                process = PartProcess.start(part);
            } catch (PartFailure e) {
                couldNotStart(e.getMessage());
                return Optional.empty();
            }
            set(Optional.of(process), false, "starting");
            return Optional.of(process);
        }
    }

    private void couldNotStart(String why) {
        set(Optional.empty(), false, why);
        if (wasReady) {
            journal.accept(why);
        } else {
            failure = Optional.of(why); // told by who waits for the start
        }
    }

    private void watch(PartProcess watched) {
        Watch watch = new Watch();
        long startedAt = System.nanoTime();
        while (true) {
            Health health = part.probe();
            wasReady |= health.ready();
            set(Optional.of(watched), health.ready(), health.detail());
            Optional<String> hopeless = watch.judge(health);
            if (hopeless.isPresent() && !isStopping()) {
                journal.accept(part.name() + " is restarted: " + hopeless.get());
                watched.stop();
            }
            LogBound.keep(part.launch().log());
            if (watched.awaitExit(watch.interval())) {
                break;
            }
            if (System.nanoTime() - startedAt > STEADY.toNanos()) {
                backoff.reset();
            }
        }
        died(watched.lastWords());
    }

    private void died(String how) {
        if (isStopping()) {
            set(Optional.empty(), false, "stopped");
            return;
        }
        set(Optional.empty(), false, how);
        journal.accept(part.name() + " " + how);
        if (!wasReady && ++deathsBeforeReady >= DEATHS_BEFORE_READY) {
            failure = Optional.of(part.name() + " " + how);
        }
    }

    private void set(Optional<PartProcess> running, boolean healthy, String detail) {
        PartState next = new PartState(
                part.name(), running.map(PartProcess::id), part.port(), healthy, state.restarts(), detail);
        if (!next.equals(state)) {
            state = next;
            changed.run();
        }
    }

    private void pause(Duration duration) {
        try {
            stopRequested.await(duration.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stopRequested.countDown();
        }
    }

    private boolean isStopping() {
        return stopRequested.getCount() == 0;
    }

    /** Stops the part and keeps it stopped; returns when its process is gone. */
    void stop() {
        stopRequested.countDown();
        synchronized (processLock) {
            if (process != null && process.isAlive()) {
                process.stop();
            }
        }
    }

    PartState state() {
        return state;
    }

    /** Whether it has been ready at least once. */
    boolean wasReady() {
        return wasReady;
    }

    /** Why it will not come up without a person's help, as far as can be told. */
    Optional<String> failure() {
        return failure;
    }
}
