package dev.postwire.local.part;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/**
 * Which process, for certain: process ids are given out again, so the time of its start belongs to it.
 *
 * @param pid the operating system's number for it
 * @param startedAt when it started, as the operating system says
 */
public record ProcessId(long pid, Instant startedAt) {
    /** Two readings of one start time differ when the clock was set in between; a pid does not come round in that time. */
    private static final Duration CLOCK_TOLERANCE = Duration.ofSeconds(3);

    private static final Duration KILL_DEADLINE = Duration.ofSeconds(10);
    private static final Duration LOOK_INTERVAL = Duration.ofMillis(20);

    public static ProcessId of(ProcessHandle process) {
        return new ProcessId(process.pid(), process.info().startInstant().orElse(Instant.EPOCH));
    }

    /** The process, if it still runs and is the same one. */
    public Optional<ProcessHandle> find() {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .filter(p -> !isZombie())
                .filter(this::isSame);
    }

    /** Ends it as a crash would, if it still runs, and waits until it is gone; false when it would not go. */
    public boolean kill() {
        find().ifPresent(ProcessHandle::destroyForcibly);
        return awaitGone(KILL_DEADLINE);
    }

    /** Waits until it no longer runs; false when it still does. Works for processes that are not our children, too. */
    public boolean awaitGone(Duration atMost) {
        long deadline = System.nanoTime() + atMost.toNanos();
        while (find().isPresent()) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            LockSupport.parkNanos(LOOK_INTERVAL.toNanos());
        }
        return true;
    }

    private boolean isSame(ProcessHandle process) {
        Instant now = process.info().startInstant().orElse(Instant.EPOCH);
        return Duration.between(startedAt, now).abs().compareTo(CLOCK_TOLERANCE) <= 0;
    }

    /** Where nothing reaps the children of a killed process they stay in the table, which Java takes for alive. */
    private boolean isZombie() {
        try {
            String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
            return stat.startsWith("Z", stat.lastIndexOf(')') + 2);
        } catch (IOException e) {
            return false;
        }
    }
}
