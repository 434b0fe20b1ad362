package dev.postwire.enrich.learn;

import dev.postwire.enrich.word.Stems;
import dev.postwire.enrich.word.Words;

/**
 * The words of one text and their stems as numbers, in their order, with their lengths in chars.
 *
 * @param begins of each stem the number of its first {@link #BEGIN} chars, 0 where it has no more: what long words that begin alike
 *     share in languages that write compounds as one word
 */
record Tokens(int[] folded, byte[] foldedLengths, int[] stems, byte[] stemLengths, int[] begins) {
    /** What a post is about it says by then. */
    static final int MOST_WORDS = 2_000;

    static final int BEGIN = 5;

    static Tokens of(Words words, Stems stems) {
        int size = Math.min(words.size(), MOST_WORDS);
        Tokens tokens = new Tokens(new int[size], new byte[size], new int[size], new byte[size], new int[size]);
        for (int i = 0; i < size; i++) {
            String folded = words.folded(i);
            String stem = stems.stem(folded);
            tokens.folded[i] = Hash.of(folded);
            tokens.foldedLengths[i] = (byte) length(folded);
            tokens.stems[i] = Hash.of(stem);
            tokens.stemLengths[i] = (byte) length(stem);
            if (stem.length() > BEGIN) tokens.begins[i] = Hash.of(stem, BEGIN);
        }
        return tokens;
    }

    private static int length(String word) {
        return Math.min(word.length(), Byte.MAX_VALUE);
    }

    int size() {
        return folded.length;
    }

    int foldedLength(int word) {
        return foldedLengths[word];
    }

    int stemLength(int word) {
        return stemLengths[word];
    }
}
