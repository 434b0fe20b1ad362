package dev.postwire.query.index;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Posts by the day. Days of the centuries that people write in are counted in a row, which is many times faster than a map of them;
 * any other in a map. For one thread.
 */
final class Days {
    private static final long DAY_MICROS = 86_400_000_000L;

    /** The year 1600, in days from 1970. */
    private static final int FIRST = -135_140;

    /** The year 2200. */
    private static final int END = 84_006;

    private final Map<Long, Integer> others = new HashMap<>();
    private int[] row = {};

    /** The day of the first in the row. */
    private int from;

    @FunctionalInterface
    interface Each {
        void day(long epochDay, int posts);
    }

    void add(long micros) {
        long day = Math.floorDiv(micros, DAY_MICROS);
        if (day < FIRST || day >= END) others.merge(day, 1, Integer::sum);
        else {
            int place = place((int) day); // first: it makes the row longer
            row[place]++;
        }
    }

    private int place(int day) {
        if (row.length == 0) {
            from = day;
            row = new int[1];
        } else if (day < from) {
            // Each time as much again, so that what comes in the wrong order is not copied for each day.
            int more = Math.min(Math.max(from - day, row.length), from - FIRST);
            int[] longer = new int[row.length + more];
            System.arraycopy(row, 0, longer, more, row.length);
            row = longer;
            from -= more;
        } else if (day - from >= row.length) {
            row = Arrays.copyOf(row, Math.min(Math.max(day - from + 1, 2 * row.length), END - from));
        }
        return day - from;
    }

    void forEach(Each each) {
        others.forEach(each::day);
        for (int i = 0; i < row.length; i++) {
            if (row[i] > 0) each.day((long) from + i, row[i]);
        }
    }
}
