package dev.postwire.enrich.learn;

import java.util.Arrays;
import java.util.function.ToIntFunction;

/** In how many posts each of very many terms occurs. */
final class TermCounts {
    private int[] terms = new int[1 << 12];
    private int[] counts = new int[1 << 12];
    private int size;

    void add(int term, int posts) {
        int slot = slot(term);
        if (counts[slot] == 0) {
            if (posts <= 0) return;
            if (size * 2 >= terms.length) {
                grow();
                slot = slot(term);
            }
            terms[slot] = term;
            size++;
        }
        counts[slot] = Math.max(1, counts[slot] + posts);
    }

    /** Never less than one for a term that was once here. */
    int get(int term) {
        return counts[slot(term)];
    }

    /** The terms that occur often enough, by their kind, sorted. */
    int[] enough(ToIntFunction<Terms.Kind> least) {
        int[] found = new int[size];
        int kept = 0;
        for (int i = 0; i < terms.length; i++) {
            if (counts[i] > 0 && counts[i] >= least.applyAsInt(Terms.kind(terms[i]))) found[kept++] = terms[i];
        }
        int[] sorted = Arrays.copyOf(found, kept);
        Arrays.sort(sorted);
        return sorted;
    }

    private int slot(int term) {
        int mask = terms.length - 1;
        int slot = Hash.mixed(term) & mask;
        while (counts[slot] != 0 && terms[slot] != term) slot = slot + 1 & mask;
        return slot;
    }

    private void grow() {
        int[] old = terms;
        int[] oldCounts = counts;
        terms = new int[old.length * 2];
        counts = new int[old.length * 2];
        for (int i = 0; i < old.length; i++) {
            if (oldCounts[i] == 0) continue;
            int slot = slot(old[i]);
            terms[slot] = old[i];
            counts[slot] = oldCounts[i];
        }
    }
}
