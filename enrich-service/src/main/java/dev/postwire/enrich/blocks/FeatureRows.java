package dev.postwire.enrich.blocks;

import java.util.List;

/** Rows of named numbers, one row a block. Whoever wants the names gets them from the same calls, so that they cannot part from the numbers. */
final class FeatureRows {
    private final List<String> names;
    private final float[] values;
    private int at;

    /** @param names where to put the names of all that is put; null to leave them */
    FeatureRows(float[] values, List<String> names) {
        this.values = values;
        this.names = names;
    }

    void put(String name, double value) {
        if (names != null) names.add(name);
        values[at++] = (float) value;
    }

    void put(String name, boolean value) {
        put(name, value ? 1 : 0);
    }

    /** Puts numbers that were put before; only where nobody wants the names. */
    void putAll(float[] numbers, int from, int count) {
        System.arraycopy(numbers, from, values, at, count);
        at += count;
    }

    /** Copies numbers that were put. */
    void copy(int from, float[] target, int to, int count) {
        System.arraycopy(values, from, target, to, count);
    }

    boolean isNaming() {
        return names != null;
    }

    /** Replaces a number that was put. */
    void set(int index, double value) {
        values[index] = (float) value;
    }

    /** Where the next number goes. */
    int at() {
        return at;
    }

    /** The next number goes first again, over what was put. */
    void rewind() {
        at = 0;
    }

    static double ratio(double part, double whole) {
        return whole <= 0 ? 0 : part / whole;
    }
}
