package dev.postwire.query.story;

import java.util.Arrays;

/**
 * A text as the words it is made of, each as its hash: runs of letters and digits in lower case; in scripts that put no space
 * between words each character. The same on every machine and release, for what is derived of it is stored. Immutable.
 */
final class Tokens {
    /** What is read of a text: copies of a longer one are told by its beginning. */
    static final int MOST = 5_000;

    /** Words in a shingle, and characters where there are no words: about as much is said by either. */
    static final int WORDS = 4;

    private static final int CHARACTERS = 7;

    private static final long FNV_BASIS = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    private long[] hashes = new long[256];
    /** Of each: has it a digit? */
    private boolean[] numbers = new boolean[256];

    private int size;
    private int alone;

    private Tokens() {}

    static Tokens of(String text) {
        Tokens tokens = new Tokens();
        long hash = FNV_BASIS;
        boolean open = false;
        boolean number = false;
        for (int i = 0; i < text.length() && tokens.size < MOST; ) {
            int point = text.codePointAt(i);
            i += Character.charCount(point);
            boolean alone = standsAlone(point);
            boolean part = !alone && Character.isLetterOrDigit(point);
            if (open && !part) {
                tokens.add(hash, number);
                hash = FNV_BASIS;
                open = false;
                number = false;
            }
            if (alone) {
                tokens.add((FNV_BASIS ^ point) * FNV_PRIME, false);
                tokens.alone++;
            } else if (part) {
                hash = (hash ^ Character.toLowerCase(point)) * FNV_PRIME;
                number |= Character.isDigit(point);
                open = true;
            }
        }
        if (open && tokens.size < MOST) tokens.add(hash, number);
        tokens.hashes = Arrays.copyOf(tokens.hashes, tokens.size);
        tokens.numbers = Arrays.copyOf(tokens.numbers, tokens.size);
        return tokens;
    }

    private void add(long hash, boolean number) {
        if (size == hashes.length) {
            hashes = Arrays.copyOf(hashes, 2 * size);
            numbers = Arrays.copyOf(numbers, 2 * size);
        }
        hashes[size] = mix(hash);
        numbers[size++] = number;
    }

    private static boolean standsAlone(int point) {
        if (point < 0x0E00 || !Character.isLetter(point)) return false;
        return switch (Character.UnicodeScript.of(point)) {
            case HAN, HIRAGANA, KATAKANA, BOPOMOFO, THAI, LAO, KHMER, MYANMAR -> true;
            default -> false;
        };
    }

    int size() {
        return size;
    }

    long hash(int at) {
        return hashes[at];
    }

    boolean isNumber(int at) {
        return numbers[at];
    }

    /** Of how many tokens its shingles are. */
    int width() {
        return 2 * alone > size ? CHARACTERS : WORDS;
    }

    /** The hash of each run of {@link #width} tokens, in order. */
    long[] shingles() {
        int width = width();
        long[] shingles = new long[Math.max(0, size - width + 1)];
        for (int i = 0; i < shingles.length; i++) {
            long hash = width;
            for (int j = 0; j < width; j++) hash = mix(hash * 31 + hashes[i + j]);
            shingles[i] = hash;
        }
        return shingles;
    }

    /** The finaliser of SplitMix64, which spreads every input bit over all output bits. */
    private static long mix(long value) {
        long mixed = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
        return mixed ^ (mixed >>> 31);
    }
}
