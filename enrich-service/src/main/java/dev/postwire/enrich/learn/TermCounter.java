package dev.postwire.enrich.learn;

import java.util.Arrays;

/** Counts terms, which are numbers other than 0, in the order in which they come first. */
final class TermCounter {
    private int[] slots = new int[1 << 10];
    private int[] terms = new int[1 << 9];
    private byte[] counts = new byte[1 << 9];
    private int size;

    void add(int term, int times) {
        int slot = slot(slots, terms, term);
        int at = slots[slot] - 1;
        if (at < 0) {
            at = size++;
            if (at == terms.length) {
                grow();
                slot = slot(slots, terms, term);
            }
            terms[at] = term;
            slots[slot] = size;
        }
        counts[at] = (byte) Math.min(Byte.MAX_VALUE, counts[at] + times);
    }

    private static int slot(int[] slots, int[] terms, int term) {
        int mask = slots.length - 1;
        int slot = Hash.mixed(term) & mask;
        while (slots[slot] != 0 && terms[slots[slot] - 1] != term) slot = slot + 1 & mask;
        return slot;
    }

    private void grow() {
        terms = Arrays.copyOf(terms, terms.length * 2);
        counts = Arrays.copyOf(counts, terms.length);
        slots = new int[terms.length * 2];
        for (int i = 0; i < size - 1; i++) slots[slot(slots, terms, terms[i])] = i + 1;
    }

    Terms terms() {
        return new Terms(Arrays.copyOf(terms, size), Arrays.copyOf(counts, size));
    }
}
