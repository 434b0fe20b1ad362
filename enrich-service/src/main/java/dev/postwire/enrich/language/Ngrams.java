package dev.postwire.enrich.language;

import java.util.Arrays;
import java.util.List;

/**
 * What a model looks at in words: each whole word, and each run of one to five characters in it, its ends marked, hashed into
 * a row number. The learner and the detector share it; a change here needs a newly learned model.
 */
final class Ngrams {
    private static final int LONGEST = 5;
    /** A longer word is an accident, and its runs tell enough. */
    private static final int LONGEST_WORD = 22;

    private static final int RUN = 1;
    private static final int WORD = 2;

    private final int mask;
    private final int[] rows;
    private int count;

    private Ngrams(int bits, int most) {
        this.mask = (1 << bits) - 1;
        this.rows = new int[most];
    }

    /** The row numbers, repeated as often as they occur; at most {@code most} of them. */
    static int[] rows(List<String> words, int bits, int most) {
        Ngrams ngrams = new Ngrams(bits, most);
        words.forEach(ngrams::add);
        return Arrays.copyOf(ngrams.rows, ngrams.count);
    }

    private void add(String word) {
        String marked = "<" + word + ">";
        int length = marked.length();
        if (count + length * LONGEST + 1 > rows.length) return;
        if (length <= LONGEST_WORD) rows[count++] = hash(marked, 0, length, WORD) & mask;
        for (int n = 1; n <= LONGEST && n < length; n++) {
            int first = n == 1 ? 1 : 0; // the mark alone says nothing
            int last = n == 1 ? length - 2 : length - n;
            for (int i = first; i <= last; i++) rows[count++] = hash(marked, i, i + n, RUN) & mask;
        }
    }

    private static int hash(String text, int start, int end, int salt) {
        int hash = salt * 0x9E3779B1;
        for (int i = start; i < end; i++) {
            hash ^= text.charAt(i);
            hash *= 0x01000193;
            hash ^= hash >>> 15;
        }
        hash *= 0x85ebca6b;
        hash ^= hash >>> 13;
        hash *= 0xc2b2ae35;
        return hash ^ hash >>> 16;
    }
}
