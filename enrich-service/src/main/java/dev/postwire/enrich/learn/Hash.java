package dev.postwire.enrich.learn;

/**
 * Words as numbers: a polynomial in their chars, so that the number of a phrase written as one word follows from those of its words.
 * The numbers are part of the model's bytes and must not change.
 */
final class Hash {
    private static final int BASE = 0x2C1B3C6D;
    private static final int LONGEST = 0x100;
    private static final int[] POWERS = powers();

    private Hash() {}

    private static int[] powers() {
        int[] powers = new int[LONGEST];
        powers[0] = 1;
        for (int i = 1; i < LONGEST; i++) powers[i] = powers[i - 1] * BASE;
        return powers;
    }

    static int of(String word) {
        return of(word, word.length());
    }

    static int of(String word, int chars) {
        int hash = 0;
        for (int i = 0; i < chars; i++) hash = hash * BASE + word.charAt(i);
        return hash;
    }

    /** Of two words written as one; the second has fewer than 256 chars. */
    static int joined(int first, int second, int secondLength) {
        return first * POWERS[secondLength] + second;
    }

    /** Spreads what lies close together over all numbers. */
    static int mixed(int hash) {
        int mixed = (hash ^ hash >>> 16) * 0x85EBCA6B;
        mixed = (mixed ^ mixed >>> 13) * 0xC2B2AE35;
        return mixed ^ mixed >>> 16;
    }

    /** Two of one length and one number are taken for the same. */
    static long key(int hash, int length) {
        return (long) length << Integer.SIZE | hash & 0xFFFFFFFFL;
    }
}
