package dev.postwire.enrich.phrase;

import java.util.Arrays;

/**
 * Counts phrases by their keys, in arrays, for a text has four times as many phrases as words. Two phrases with one key would be
 * counted together; with 64 bits that does not happen in a life.
 */
final class PhraseTable {
    private static final int NONE = -1;

    private long[] keys = new long[1024];
    private int[] slots = filled(1024);
    private int size;

    int[] words = new int[512];
    int[] counts = new int[512];
    int[] alone = new int[512];
    /** The first place, as a number of a word; below 0 for phrases of the title alone. */
    int[] firsts = new int[512];

    private int[] last = new int[512];
    /** A bit for every eighth of the text. */
    int[] parts = new int[512];

    int[] headings = new int[512];
    int[] links = new int[512];
    int[] capitals = new int[512];
    /** Where in the title, or -1. */
    int[] titles = new int[512];

    /** Places, each with the number of the one after it. */
    private int[] places = new int[1024];

    private int[] followers = new int[1024];
    private int placed;

    int size() {
        return size;
    }

    /** The number of the phrase, which is new where it was unknown. */
    int find(long key, int length) {
        int mask = slots.length - 1;
        int at = (int) (key ^ key >>> 32) & mask;
        while (slots[at] != NONE) {
            if (keys[at] == key) return slots[at];
            at = at + 1 & mask;
        }
        if (size * 2 >= slots.length) {
            grow();
            return find(key, length);
        }
        keys[at] = key;
        slots[at] = size;
        if (size == words.length) widen();
        words[size] = length;
        firsts[size] = NONE;
        titles[size] = NONE;
        last[size] = NONE;
        return size++;
    }

    /** The number of the phrase, or -1. */
    int known(long key) {
        int mask = slots.length - 1;
        int at = (int) (key ^ key >>> 32) & mask;
        while (slots[at] != NONE) {
            if (keys[at] == key) return slots[at];
            at = at + 1 & mask;
        }
        return NONE;
    }

    void place(int phrase, int word) {
        if (placed == places.length) {
            places = Arrays.copyOf(places, placed * 2);
            followers = Arrays.copyOf(followers, placed * 2);
        }
        places[placed] = word;
        followers[placed] = NONE;
        if (last[phrase] == NONE) firsts[phrase] = placed;
        else followers[last[phrase]] = placed;
        last[phrase] = placed++;
        counts[phrase]++;
    }

    /** The first places of a phrase, as numbers of words. */
    int[] places(int phrase, int most) {
        int[] found = new int[Math.min(most, counts[phrase])];
        int at = firsts[phrase];
        for (int i = 0; i < found.length; i++) {
            found[i] = places[at];
            at = followers[at];
        }
        return found;
    }

    int first(int phrase) {
        return firsts[phrase] == NONE ? NONE : places[firsts[phrase]];
    }

    private void grow() {
        long[] oldKeys = keys;
        int[] oldSlots = slots;
        keys = new long[oldKeys.length * 2];
        slots = filled(oldKeys.length * 2);
        int mask = slots.length - 1;
        for (int i = 0; i < oldSlots.length; i++) {
            if (oldSlots[i] == NONE) continue;
            int at = (int) (oldKeys[i] ^ oldKeys[i] >>> 32) & mask;
            while (slots[at] != NONE) at = at + 1 & mask;
            keys[at] = oldKeys[i];
            slots[at] = oldSlots[i];
        }
    }

    private void widen() {
        int wide = size * 2;
        words = Arrays.copyOf(words, wide);
        counts = Arrays.copyOf(counts, wide);
        alone = Arrays.copyOf(alone, wide);
        firsts = Arrays.copyOf(firsts, wide);
        last = Arrays.copyOf(last, wide);
        parts = Arrays.copyOf(parts, wide);
        headings = Arrays.copyOf(headings, wide);
        links = Arrays.copyOf(links, wide);
        capitals = Arrays.copyOf(capitals, wide);
        titles = Arrays.copyOf(titles, wide);
    }

    private static int[] filled(int length) {
        int[] slots = new int[length];
        Arrays.fill(slots, NONE);
        return slots;
    }
}
