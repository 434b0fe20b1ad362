package dev.postwire.local.audit;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Rows of longs in one array, so that a record costs some dozen bytes however many there are. For one thread. */
final class LongRows {
    private static final int FIRST_ROWS = 256;

    private final int width;
    private long[] cells;
    private int size;

    LongRows(int width) {
        this.width = width;
        this.cells = new long[FIRST_ROWS * width];
    }

    void add(long... row) {
        if ((size + 1) * width > cells.length) cells = Arrays.copyOf(cells, cells.length * 2);
        System.arraycopy(row, 0, cells, size++ * width, width);
    }

    long get(int row, int column) {
        return cells[row * width + column];
    }

    int size() {
        return size;
    }

    /** The rows' numbers by ascending value of a column; those of one value as they were added. */
    int[] by(int column) {
        int[] order = IntStream.range(0, size).toArray();
        boolean sorted = IntStream.range(1, size).allMatch(i -> get(i - 1, column) <= get(i, column));
        if (sorted) return order;
        return IntStream.of(order)
                .boxed()
                .sorted(Comparator.comparingLong(row -> get(row, column)))
                .mapToInt(Integer::intValue)
                .toArray();
    }
}
