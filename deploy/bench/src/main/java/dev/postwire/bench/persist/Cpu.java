package dev.postwire.bench.persist;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * CPU time of processes with all that descends from them, as Linux's {@code /proc} has it: tells more than the wall on a machine
 * that has other work as well.
 */
public final class Cpu {
    /** What Linux calls USER_HZ, on every architecture Java runs on. */
    private static final int TICKS_A_SECOND = 100;

    private Cpu() {}

    /** Of that process, what descends from it, and what descended from these and has ended. */
    public static Duration of(long pid) throws IOException {
        long ticks = 0;
        List<Long> all = Stream.concat(
                        Stream.of(pid),
                        ProcessHandle.of(pid).stream()
                                .flatMap(ProcessHandle::descendants)
                                .map(ProcessHandle::pid))
                .toList();
        for (long one : all) ticks += ticks(one);
        return Duration.ofMillis(ticks * 1_000 / TICKS_A_SECOND);
    }

    private static long ticks(long pid) throws IOException {
        try {
            String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
            // After the name, which may hold anything, the third field comes first.
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            long ticks = 0;
            for (int i = 11; i < 15; i++) ticks += Long.parseLong(fields[i]);
            return ticks;
        } catch (NoSuchFileException e) {
            return 0; // ended by now: its parent has its time
        }
    }
}
