package dev.postwire.bench.accuracy;

import dev.postwire.bench.Words;
import java.util.List;
import java.util.stream.Collectors;

/** The two rules everybody writes first; what is more than they find is what a reader of scraped text is worth. */
final class LineRules {
    /** Words a line of prose has at least. */
    private static final int LONG_LINE = 10;

    private LineRules() {}

    /** Keeps lines long enough to be prose. */
    static String longLines(String text) {
        return text.lines().filter(line -> Words.of(line).size() >= LONG_LINE).collect(Collectors.joining("\n"));
    }

    /** The contiguous run of lines with the most words above what each line costs (Kadane's maximum sum). */
    static String bestRun(String text) {
        List<String> lines = text.lines().toList();
        int best = 0;
        int bestStart = 0;
        int bestEnd = 0;
        int sum = 0;
        int start = 0;
        for (int at = 0; at < lines.size(); at++) {
            sum += Words.of(lines.get(at)).size() - LONG_LINE;
            if (sum <= 0) {
                sum = 0;
                start = at + 1;
            } else if (sum > best) {
                best = sum;
                bestStart = start;
                bestEnd = at + 1;
            }
        }
        return String.join("\n", lines.subList(bestStart, bestEnd));
    }
}
