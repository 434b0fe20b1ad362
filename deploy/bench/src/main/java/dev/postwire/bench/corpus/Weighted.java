package dev.postwire.bench.corpus;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** Strings to be drawn, each as often as it weighs. */
final class Weighted {
    private final List<String> strings = new ArrayList<>();
    private double[] cumulated = new double[8];

    void add(String string, double weight) {
        if (strings.size() == cumulated.length) cumulated = Arrays.copyOf(cumulated, 2 * cumulated.length);
        cumulated[strings.size()] = sum() + weight;
        strings.add(string);
    }

    double sum() {
        return strings.isEmpty() ? 0 : cumulated[strings.size() - 1];
    }

    String draw(SplittableRandom random) {
        return at(random.nextDouble() * sum());
    }

    /** @param weight from 0 to below the sum */
    String at(double weight) {
        int found = Arrays.binarySearch(cumulated, 0, strings.size(), weight);
        return strings.get(Math.min(strings.size() - 1, found < 0 ? -found - 1 : found + 1));
    }
}
