package dev.postwire.bench.speed;

import dev.postwire.bench.accuracy.Table;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;

/** What a run of {@link PostSpeed} came to: posts a CPU-second, the median of all iterations, and how they compare. */
record Speed(Map<String, Rate> rates) {
    private static final double NANOS_A_SECOND = 1e9;

    /** Benchmarks and what they are called in tables, in the order of the table. */
    private static final Map<String, String> NAMES = new LinkedHashMap<>();

    static {
        NAMES.put("jsoupParse", "jsoup, bare parse");
        NAMES.put("readAndExtract", "Postwire, read and extract");
        NAMES.put("enrich", "Postwire, bytes to all outputs");
        NAMES.put("readability4j", "readability4j");
        NAMES.put("boilerpipe", "boilerpipe");
        NAMES.put("crux", "crux");
        NAMES.put("enrichMarkdown", "Postwire, Markdown to all outputs");
    }

    /**
     * Posts a second of CPU.
     *
     * @param process with the collector's and the compiler's part
     */
    record Rate(double thread, double process) {}

    static Speed of(Collection<RunResult> results) {
        Map<String, Rate> rates = new LinkedHashMap<>();
        for (RunResult result : results) {
            String label = result.getParams().getBenchmark();
            rates.put(
                    label.substring(label.lastIndexOf('.') + 1),
                    new Rate(median(result, "threadNanos"), median(result, "processNanos")));
        }
        return new Speed(rates);
    }

    private static double median(RunResult result, String nanos) {
        double[] rates = result.getBenchmarkResults().stream()
                .map(BenchmarkResult::getIterationResults)
                .flatMap(Collection::stream)
                .mapToDouble(iteration -> counted(iteration, "posts") / counted(iteration, nanos) * NANOS_A_SECOND)
                .sorted()
                .toArray();
        return (rates[(rates.length - 1) / 2] + rates[rates.length / 2]) / 2;
    }

    private static double counted(IterationResult iteration, String counter) {
        return iteration.getSecondaryResults().get(counter).getScore();
    }

    String markdown() {
        Table table = new Table(
                List.of("", "posts per CPU-second", "with collector and compiler", "cost over jsoup's parse"));
        Optional<Rate> parse = Optional.ofNullable(rates.get("jsoupParse"));
        NAMES.forEach((benchmark, name) -> {
            Rate rate = rates.get(benchmark);
            if (rate == null) return;
            boolean page = !benchmark.equals("enrichMarkdown");
            table.row(List.of(
                    name,
                    String.format(Locale.ROOT, "%,.0f", rate.thread()),
                    String.format(Locale.ROOT, "%,.0f", rate.process()),
                    page ? parse.map(floor -> over(floor, rate)).orElse("–") : "–"));
        });
        return table.toString();
    }

    /** How much more CPU a page costs: on the thread, and all in all. */
    private static String over(Rate floor, Rate rate) {
        return String.format(
                Locale.ROOT, "%.2f (%.2f)", floor.thread() / rate.thread(), floor.process() / rate.process());
    }
}
