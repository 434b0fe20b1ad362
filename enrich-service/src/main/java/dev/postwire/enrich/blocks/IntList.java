package dev.postwire.enrich.blocks;

import java.util.Arrays;

/** Numbers without objects, as many as are added. */
final class IntList {
    /** Those from {@link #size} on mean nothing. Another array after an {@link #add}. */
    int[] values;

    int size;

    IntList(int expected) {
        values = new int[expected];
    }

    void add(int value) {
        if (size == values.length) values = Arrays.copyOf(values, size * 2);
        values[size++] = value;
    }
}
