package dev.postwire.bench.language;

import dev.postwire.bench.accuracy.Table;
import java.util.List;
import java.util.Locale;

/** What was said with how much confidence, and how often it was right: calibrated means that the two agree in every row. */
final class Reliability {
    private static final double[] FROM = {0, 0.3, 0.5, 0.6, 0.7, 0.8, 0.9, 0.97, 0.99};

    private final int[] answers = new int[FROM.length];
    private final double[] said = new double[FROM.length];
    private final int[] right = new int[FROM.length];

    void add(double confidence, boolean correct) {
        int bin = FROM.length - 1;
        while (confidence < FROM[bin]) bin--;
        answers[bin]++;
        said[bin] += confidence;
        if (correct) right[bin]++;
    }

    /** The mean distance between what was said and what was right, weighed by the answers (expected calibration error). */
    double error() {
        double distance = 0;
        int all = 0;
        for (int i = 0; i < FROM.length; i++) {
            distance += Math.abs(said[i] - right[i]);
            all += answers[i];
        }
        return distance / all;
    }

    String markdown() {
        Table table = new Table(List.of("confidence from", "answers", "mean confidence", "right"));
        for (int i = 0; i < FROM.length; i++) {
            if (answers[i] == 0) continue;
            table.row(List.of(
                    digits(FROM[i]),
                    Integer.toString(answers[i]),
                    digits(said[i] / answers[i]),
                    digits(right[i] / (double) answers[i])));
        }
        return table + "\nExpected calibration error: " + digits(error()) + ".\n";
    }

    private static String digits(double share) {
        return String.format(Locale.ROOT, "%.3f", share);
    }
}
