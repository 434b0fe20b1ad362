package dev.postwire.enrich.entity;

import java.util.LinkedHashMap;
import java.util.Map;

/** What speaks for a candidate and against it, in points. */
final class Signals {
    private final Map<String, Double> points = new LinkedHashMap<>();
    private double sum;

    Signals add(String signal, double worth) {
        if (points.putIfAbsent(signal, worth) == null) sum += worth;
        return this;
    }

    boolean has(String signal) {
        return points.containsKey(signal);
    }

    double sum() {
        return sum;
    }

    Map<String, Double> points() {
        return points;
    }
}
