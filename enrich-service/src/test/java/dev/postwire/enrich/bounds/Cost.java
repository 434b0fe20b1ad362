package dev.postwire.enrich.bounds;

import com.sun.management.ThreadMXBean;
import dev.postwire.enrich.Enricher;
import dev.postwire.enrich.post.Outcome;
import dev.postwire.enrich.post.RawPost;
import java.lang.management.ManagementFactory;
import java.util.function.Supplier;

/**
 * What a piece of work took of the thread that did it: the least of several times, so that what else the machine does counts little.
 *
 * @param cpuMillis of the processor, not of the clock
 * @param allocated bytes, most of them free again at once
 */
record Cost(double cpuMillis, long allocated, Outcome outcome) {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final double NANOS = 1e6;

    static Cost of(Enricher enricher, RawPost raw, int times) {
        Cost least = of(() -> enricher.enrich(raw));
        for (int i = 1; i < times; i++) {
            Cost again = of(() -> enricher.enrich(raw));
            if (again.cpuMillis < least.cpuMillis) least = again;
        }
        return least;
    }

    static double cpuMillis(Runnable work) {
        long before = THREADS.getCurrentThreadCpuTime();
        work.run();
        return (THREADS.getCurrentThreadCpuTime() - before) / NANOS;
    }

    private static Cost of(Supplier<Outcome> work) {
        long bytes = THREADS.getCurrentThreadAllocatedBytes();
        long before = THREADS.getCurrentThreadCpuTime();
        Outcome outcome = work.get();
        long after = THREADS.getCurrentThreadCpuTime();
        return new Cost((after - before) / NANOS, THREADS.getCurrentThreadAllocatedBytes() - bytes, outcome);
    }
}
