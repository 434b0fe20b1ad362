package dev.postwire.local.audit;

/** Finds the rows about one raw offset. */
final class Index {
    static final int NO_ROW = -1;

    private final LongRows rows;
    private final int[] order;

    Index(LongRows rows) {
        this.rows = rows;
        this.order = rows.by(PartitionLog.RAW);
    }

    int size() {
        return order.length;
    }

    /** The row at a place in the order of raw offsets. */
    int row(int place) {
        return order[place];
    }

    long raw(int place) {
        return rows.get(order[place], PartitionLog.RAW);
    }

    /** The first place at or behind that raw offset. */
    int place(long raw) {
        int low = 0;
        int high = order.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (raw(middle) < raw) low = middle + 1;
            else high = middle;
        }
        return low;
    }

    int count(long raw) {
        return place(raw + 1) - place(raw);
    }

    /** The row that was added last; {@link #NO_ROW} where there is none. */
    int last(long raw) {
        int behind = place(raw + 1);
        return behind > 0 && raw(behind - 1) == raw ? order[behind - 1] : NO_ROW;
    }
}
