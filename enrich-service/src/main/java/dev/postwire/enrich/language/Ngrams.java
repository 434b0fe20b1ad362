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
        char[] marked = new char[word.length() + 2];
        marked[0] = '<';
        word.getChars(0, word.length(), marked, 1);
        marked[marked.length - 1] = '>';
        if (count + marked.length * LONGEST + 1 > rows.length) return;
        if (marked.length <= LONGEST_WORD) addWord(marked);
        for (int first = 0; first < marked.length; first++) addRuns(marked, first);
    }

    private void addWord(char[] marked) {
        int hash = start(WORD);
        for (char c : marked) hash = with(hash, c);
        rows[count++] = end(hash) & mask;
    }

    /** Those that begin there, but no mark alone, which says nothing, and not all of the word. */
    private void addRuns(char[] marked, int first) {
        int hash = start(RUN);
        int longest = Math.min(LONGEST, Math.min(marked.length - first, marked.length - 1));
        boolean mark = first == 0 || first == marked.length - 1;
        for (int n = 1; n <= longest; n++) {
            hash = with(hash, marked[first + n - 1]);
            if (n > 1 || !mark) rows[count++] = end(hash) & mask;
        }
    }

    private static int start(int salt) {
        return salt * 0x9E3779B1;
    }

    private static int with(int hash, char next) {
        int mixed = (hash ^ next) * 0x01000193;
        return mixed ^ mixed >>> 15;
    }

    private static int end(int hash) {
        int mixed = hash * 0x85ebca6b;
        mixed ^= mixed >>> 13;
        mixed *= 0xc2b2ae35;
        return mixed ^ mixed >>> 16;
    }
}
