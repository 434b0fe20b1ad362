package dev.postwire.enrich.learn;

import dev.postwire.enrich.word.Stems;
import dev.postwire.enrich.word.Words;

/**
 * The words of one text and their stems as numbers, in their order, with their lengths in chars.
 *
 * @param begins of each stem the number of its first {@link #BEGIN} chars, 0 where it has no more: what long words that begin alike
 *     share in languages that write compounds as one word
 * @param shapes of each word how it is written, in bits
 */
record Tokens(int[] folded, byte[] foldedLengths, int[] stems, byte[] stemLengths, int[] begins, byte[] shapes) {
    /** What a post is about it says by then. */
    static final int MOST_WORDS = 2_000;

    static final int BEGIN = 5;

    static final int CAPITALISED = 1;
    static final int ALL_CAPITALS = 2;
    static final int MIXED = 4;
    static final int SENTENCE_START = 8;
    static final int JOINS_PREVIOUS = 16;
    static final int HAS_LETTER = 32;

    static Tokens of(Words words, Stems stems) {
        int size = Math.min(words.size(), MOST_WORDS);
        Tokens tokens =
                new Tokens(new int[size], new byte[size], new int[size], new byte[size], new int[size], new byte[size]);
        for (int i = 0; i < size; i++) {
            String folded = words.folded(i);
            String stem = stems.stem(folded);
            tokens.folded[i] = Hash.of(folded);
            tokens.foldedLengths[i] = (byte) length(folded);
            tokens.stems[i] = Hash.of(stem);
            tokens.stemLengths[i] = (byte) length(stem);
            if (stem.length() > BEGIN) tokens.begins[i] = Hash.of(stem, BEGIN);
            tokens.shapes[i] = shape(words, i, folded);
        }
        return tokens;
    }

    private static byte shape(Words words, int word, String folded) {
        int shape = words.isCapitalised(word) ? CAPITALISED : 0;
        if (words.isAllCapitals(word)) shape |= ALL_CAPITALS;
        if (words.isMixed(word)) shape |= MIXED;
        if (words.startsSentence(word)) shape |= SENTENCE_START;
        if (words.joinsPrevious(word)) shape |= JOINS_PREVIOUS;
        if (hasLetter(folded)) shape |= HAS_LETTER;
        return (byte) shape;
    }

    private static boolean hasLetter(String folded) {
        for (int i = 0; i < folded.length(); ) {
            int point = folded.codePointAt(i);
            if (Character.isLetter(point)) return true;
            i += Character.charCount(point);
        }
        return false;
    }

    boolean is(int word, int shape) {
        return (shapes[word] & shape) != 0;
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
