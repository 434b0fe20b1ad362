package dev.postwire.enrich.learn;

import java.util.Arrays;

/** Lists of small numbers by a key; a key that has none costs one look. Immutable. */
final class LongLists {
    private static final int[] NONE = {};

    private final long[] keys;
    private final int[][] lists;

    private LongLists(int slots) {
        keys = new long[slots];
        lists = new int[slots][];
    }

    /** @param entries of keys and numbers by turns; the lists are in this order, each number once */
    static LongLists of(long[] entries, int size) {
        int slots = Integer.highestOneBit(Math.max(16, size)) * 4;
        LongLists all = new LongLists(slots);
        for (int i = 0; i < size; i += 2) all.add(entries[i], (int) entries[i + 1]);
        return all;
    }

    private void add(long key, int number) {
        int slot = slot(key);
        int[] list = lists[slot];
        if (list == null) {
            keys[slot] = key;
            lists[slot] = new int[] {number};
            return;
        }
        for (int known : list) if (known == number) return;
        lists[slot] = Arrays.copyOf(list, list.length + 1);
        lists[slot][list.length] = number;
    }

    int[] get(long key) {
        int[] list = lists[slot(key)];
        return list == null ? NONE : list;
    }

    private int slot(long key) {
        int mask = keys.length - 1;
        int slot = Hash.mixed((int) (key ^ key >>> Integer.SIZE)) & mask;
        while (lists[slot] != null && keys[slot] != key) slot = slot + 1 & mask;
        return slot;
    }
}
