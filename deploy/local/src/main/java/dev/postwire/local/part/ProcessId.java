package dev.postwire.local.part;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Which process, for certain: process ids are given out again, so the time of its start belongs to it.
 *
 * @param pid the operating system's number for it
 * @param startedAt when it started, as the operating system says
 */
public record ProcessId(long pid, Instant startedAt) {
    /** Two readings of one start time differ when the clock was set in between; a pid does not come round in that time. */
    private static final Duration CLOCK_TOLERANCE = Duration.ofSeconds(3);

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
