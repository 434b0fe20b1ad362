package dev.postwire.bench.speed;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * CPU time spent on posts, which, other than the wall's, does not tell what else the machine was doing. Counted twice: the
 * benchmark's thread alone, and the whole process with its collector and compiler. JMH reads the public fields.
 */
@State(Scope.Thread)
@AuxCounters(AuxCounters.Type.EVENTS)
public class CpuClock {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final OperatingSystemMXBean PROCESS =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    public long posts;
    public long threadNanos;
    public long processNanos;

    private long threadStart;
    private long processStart;

    @Setup(Level.Iteration)
    public void reset() {
        posts = 0;
        threadNanos = 0;
        processNanos = 0;
    }

    void start() {
        threadStart = THREADS.getCurrentThreadCpuTime();
        processStart = PROCESS.getProcessCpuTime();
    }

    void stop(int done) {
        threadNanos += THREADS.getCurrentThreadCpuTime() - threadStart;
        processNanos += PROCESS.getProcessCpuTime() - processStart;
        posts += done;
    }
}
