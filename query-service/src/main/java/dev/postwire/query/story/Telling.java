package dev.postwire.query.story;

import java.util.Arrays;
import java.util.stream.LongStream;

/**
 * What is compared of a post. Its sketch is what a copy is looked up by: the {@value #KEYS} least of its shingles' hashes (bottom-k,
 * Broder 1997). Of two texts that share the part p of all shingles both have, a key of one is a key of the other with about that
 * likelihood, so that a half of a text is found as surely as a text with a word changed. Immutable.
 */
public final class Telling {
    /** How many keys a sketch has at most. */
    public static final int KEYS = 8;

    /** Changes with everything that may lead to another result: what is stored is then derived again. */
    public static final int VERSION = 1;

    /** Shorter ones are never taken for copies: too many people say the same in few words. In words; of characters twice as many. */
    private static final int LEAST_WORDS = 40;

    private final Tokens title;
    private final Tokens text;
    private final long[] shingles;
    private final long[] distinct;

    private Telling(Tokens title, Tokens text) {
        this.title = title;
        this.text = text;
        this.shingles = text.shingles();
        this.distinct = LongStream.of(shingles).distinct().sorted().toArray();
    }

    /** @param title empty where there is none */
    public static Telling of(String title, String text) {
        return new Telling(Tokens.of(title), Tokens.of(text));
    }

    /** Empty where the text is too short to be told from others. */
    public int[] sketch() {
        if (isShort()) return new int[0];
        // The upper half of the hash, for the order is by the whole: equal least hashes have equal keys.
        return LongStream.of(distinct)
                .limit(KEYS)
                .mapToInt(hash -> (int) (hash ^ hash >>> 32))
                .distinct()
                .toArray();
    }

    boolean isShort() {
        int least = text.width() == Tokens.WORDS ? LEAST_WORDS : 2 * LEAST_WORDS;
        return text.size() < least;
    }

    Tokens title() {
        return title;
    }

    Tokens text() {
        return text;
    }

    long[] shingles() {
        return shingles;
    }

    boolean has(long shingle) {
        return Arrays.binarySearch(distinct, shingle) >= 0;
    }
}
