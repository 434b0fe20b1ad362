package dev.postwire.enrich.learn;

import java.util.Arrays;

/** Finds the highest of many numbers in one pass. */
final class Top {
    private Top() {}

    /** The places of the highest values above a bound, the highest first; of equal ones the first. Not a number is not taken. */
    static int[] of(float[] values, float above, int most) {
        // The order of these longs is that of the values, with the place riding along.
        long[] best = new long[most * 2];
        int size = 0;
        long least = Long.MIN_VALUE;
        for (int i = 0; i < values.length; i++) {
            if (!(values[i] > above)) continue;
            int bits = Float.floatToIntBits(values[i]);
            long entry = (long) (bits < 0 ? bits ^ Integer.MAX_VALUE : bits) << Integer.SIZE | Integer.MAX_VALUE - i;
            if (entry <= least) continue;
            best[size++] = entry;
            if (size < best.length) continue;
            Arrays.sort(best);
            System.arraycopy(best, most, best, 0, most);
            size = most;
            least = best[0];
        }
        Arrays.sort(best, 0, size);
        int[] places = new int[Math.min(size, most)];
        for (int i = 0; i < places.length; i++) places[i] = Integer.MAX_VALUE - (int) best[size - 1 - i];
        return places;
    }
}
