package dev.postwire.enrich.language;

import java.io.DataInputStream;
import java.io.IOException;

/**
 * A row of signed bytes for each number, all equally long. Eight bytes lie in a long and are added at once, for each language to
 * be told apart would else cost a load and an addition a row. Immutable, shared by all threads.
 */
final class WeightTable {
    /** So many bytes sum to less than the 16 bits that each has while they are added. */
    private static final int MOST_AT_ONCE = 256;

    private static final long EVERY_OTHER_BYTE = 0x00FF_00FF_00FF_00FFL;
    private static final int BYTES = Long.BYTES;
    /** Added to each weight, so that none is below 0. */
    private static final int SHIFT = 128;

    private final int columns;
    private final int width;
    private final long[] longs;

    private WeightTable(byte[] weights, int columns) {
        this.columns = columns;
        this.width = (columns + BYTES - 1) / BYTES;
        this.longs = new long[weights.length / columns * width];
        for (int i = 0; i < weights.length; i++) {
            int column = i % columns;
            long weight = weights[i] + SHIFT;
            longs[i / columns * width + column / BYTES] |= weight << column % BYTES * Byte.SIZE;
        }
    }

    static WeightTable read(DataInputStream in, int rows, int columns) throws IOException {
        return new WeightTable(in.readNBytes(rows * columns), columns);
    }

    /** Of each column over these rows, each counted as often as it is named. */
    int[] sums(int[] rows) {
        int[] sums = new int[columns];
        for (int from = 0; from < rows.length; from += MOST_AT_ONCE) {
            int to = Math.min(rows.length, from + MOST_AT_ONCE);
            // Eight columns down all rows, not row by row: the memory of many rows is then waited for together.
            for (int eight = 0; eight < width; eight++) add(rows, from, to, eight, sums);
        }
        for (int i = 0; i < columns; i++) sums[i] -= SHIFT * rows.length;
        return sums;
    }

    private void add(int[] rows, int from, int to, int eight, int[] sums) {
        long even = 0;
        long odd = 0;
        for (int i = from; i < to; i++) {
            long bytes = longs[rows[i] * width + eight];
            even += bytes & EVERY_OTHER_BYTE;
            odd += bytes >>> Byte.SIZE & EVERY_OTHER_BYTE;
        }
        int first = eight * BYTES;
        for (int i = first; i < Math.min(columns, first + BYTES); i++) {
            long four = i % 2 == 0 ? even : odd;
            sums[i] += (int) (four >>> (i - first) / 2 * Character.SIZE) & 0xFFFF;
        }
    }
}
