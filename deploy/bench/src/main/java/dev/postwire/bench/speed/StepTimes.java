package dev.postwire.bench.speed;

import dev.postwire.bench.accuracy.Table;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/** What the steps of some work took of the processor, each time they were taken. Used by one thread. */
final class StepTimes {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final double NANOS = 1e6;

    private final Map<String, List<Double>> millis = new LinkedHashMap<>();

    <T> T step(String name, Supplier<T> work) {
        long start = THREADS.getCurrentThreadCpuTime();
        T result = work.get();
        double took = (THREADS.getCurrentThreadCpuTime() - start) / NANOS;
        millis.computeIfAbsent(name, n -> new ArrayList<>()).add(took);
        return result;
    }

    /** Of the passes so far nothing is told: they were to warm up. */
    void clear() {
        millis.clear();
    }

    Table table(String head) {
        Table table = new Table(List.of(head, "median ms", "p95 ms", "mean ms"));
        millis.forEach((step, times) -> {
            List<Double> sorted = times.stream().sorted().toList();
            double mean = sorted.stream().mapToDouble(time -> time).average().orElse(0);
            double median = sorted.get(sorted.size() / 2);
            double most = sorted.get(sorted.size() * 95 / 100);
            table.row(List.of(step, number(median), number(most), number(mean)));
        });
        return table;
    }

    private static String number(double millis) {
        return String.format(Locale.ROOT, "%.2f", millis);
    }
}
