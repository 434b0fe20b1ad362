package dev.postwire.bench.accuracy;

import java.util.Locale;

/** A running arithmetic mean. */
final class Mean {
    private double sum;
    private int count;

    void add(double value) {
        sum += value;
        count++;
    }

    int count() {
        return count;
    }

    double value() {
        return count == 0 ? 0 : sum / count;
    }

    /** As it stands in a table, e.g. {@code .932}; a dash where there is nothing to average. */
    String cell() {
        if (count == 0) return "–";
        String rounded = String.format(Locale.ROOT, "%.3f", value());
        return rounded.startsWith("0") ? rounded.substring(1) : rounded;
    }
}
