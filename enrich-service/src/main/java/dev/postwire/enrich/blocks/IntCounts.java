package dev.postwire.enrich.blocks;

/** A count and two sums for each key; a small hash table without objects, for one use. */
final class IntCounts {
    private int[] keys;
    private boolean[] used;
    private int[] first;
    private int[] second;
    private int[] third;
    private int size;

    IntCounts(int expected) {
        int capacity = Integer.highestOneBit(Math.max(16, expected * 2)) * 2;
        keys = new int[capacity];
        used = new boolean[capacity];
        first = new int[capacity];
        second = new int[capacity];
        third = new int[capacity];
    }

    /** Adds one to the key's count and the two amounts to its sums. */
    void add(int key, int amount, int other) {
        if (size * 2 > keys.length) grow();
        int slot = slot(key);
        if (!used[slot]) {
            used[slot] = true;
            keys[slot] = key;
            size++;
        }
        first[slot]++;
        second[slot] += amount;
        third[slot] += other;
    }

    /** Where a key that was added has its sums. */
    int slot(int key) {
        int mask = keys.length - 1;
        int slot = (key * 0x9E3779B9 >>> 7) & mask;
        while (used[slot] && keys[slot] != key) slot = (slot + 1) & mask;
        return slot;
    }

    int capacity() {
        return keys.length;
    }

    int count(int slot) {
        return first[slot];
    }

    int amount(int slot) {
        return second[slot];
    }

    int other(int slot) {
        return third[slot];
    }

    private void grow() {
        int[] oldKeys = keys;
        boolean[] oldUsed = used;
        int[] oldFirst = first;
        int[] oldSecond = second;
        int[] oldThird = third;
        int capacity = keys.length * 2;
        keys = new int[capacity];
        used = new boolean[capacity];
        first = new int[capacity];
        second = new int[capacity];
        third = new int[capacity];
        for (int i = 0; i < oldKeys.length; i++) {
            if (!oldUsed[i]) continue;
            int slot = slot(oldKeys[i]);
            used[slot] = true;
            keys[slot] = oldKeys[i];
            first[slot] = oldFirst[i];
            second[slot] = oldSecond[i];
            third[slot] = oldThird[i];
        }
    }
}
