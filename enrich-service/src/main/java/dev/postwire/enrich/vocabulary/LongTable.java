package dev.postwire.enrich.vocabulary;

/**
 * Numbers by 64-bit keys, 18 to 36 bytes each. Keys are hashes of phrases: over 50,000 phrases a word of a text meets a wrong one
 * once in 10^14 times, which is why the phrases themselves are not kept. Filled by one thread, then read by any.
 */
final class LongTable {
    static final int ABSENT = -1;

    private long[] keys = new long[64];
    private int[] values = new int[64];
    private int size;

    int get(long key) {
        int at = slot(key);
        return keys[at] == 0 ? ABSENT : values[at];
    }

    /** Keeps what is there already. @return what is there now */
    int putIfAbsent(long key, int value) {
        int at = slot(key);
        if (keys[at] != 0) return values[at];
        put(key, value);
        return value;
    }

    void put(long key, int value) {
        int at = slot(key);
        if (keys[at] == 0) size++;
        keys[at] = key;
        values[at] = value;
        if (size * 3 > keys.length * 2) grow();
    }

    private int slot(long key) {
        int mask = keys.length - 1;
        int at = (int) (key ^ key >>> 32) & mask;
        while (keys[at] != 0 && keys[at] != key) at = at + 1 & mask;
        return at;
    }

    private void grow() {
        long[] oldKeys = keys;
        int[] oldValues = values;
        keys = new long[oldKeys.length * 2];
        values = new int[oldKeys.length * 2];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] == 0) continue;
            int at = slot(oldKeys[i]);
            keys[at] = oldKeys[i];
            values[at] = oldValues[i];
        }
    }
}
