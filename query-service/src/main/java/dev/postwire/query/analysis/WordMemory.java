package dev.postwire.query.analysis;

import java.util.Arrays;

/**
 * What words were cut into lately. A few thousand words make most of any text, and to look one up costs a fraction of folding and
 * stemming it. Bounded: a word takes the place of another that falls on the same one. Safe for any number of threads without a
 * lock, since what is remembered never changes: at worst a word is cut twice.
 */
final class WordMemory {
    private static final int PLACES = 1 << 14;

    /** Longer ones are rare, and could be made to fill the memory. */
    private static final int LONGEST = 32;

    private final Remembered[] places = new Remembered[PLACES];

    /** @param terms none where the word is left out; several, all at its place, of a compound */
    record Remembered(char[] word, char[][] terms) {
        boolean leftOut() {
            return terms.length == 0;
        }
    }

    /** Returns null where it is not known. The word is the beginning of the buffer. */
    Remembered of(char[] buffer, int length) {
        Remembered known = places[place(buffer, length)];
        boolean same = known != null && Arrays.equals(known.word, 0, known.word.length, buffer, 0, length);
        return same ? known : null;
    }

    void remember(Remembered cut) {
        int length = cut.word.length;
        if (length <= LONGEST) places[place(cut.word, length)] = cut;
    }

    private static int place(char[] buffer, int length) {
        int hash = 0;
        for (int i = 0; i < length; i++) hash = 31 * hash + buffer[i];
        return (hash ^ hash >>> 13) & PLACES - 1;
    }
}
