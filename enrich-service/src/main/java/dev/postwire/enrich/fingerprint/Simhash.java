package dev.postwire.enrich.fingerprint;

/**
 * Charikar's simhash over the shingles of three words. For each bit it counts the shingles whose hash has it; the counts are kept
 * bit by bit across all 64 at once, so that a shingle costs a few operations and not 64. Used by one thread.
 */
final class Simhash implements Words.Sink {
    private static final int BITS = 64;

    /** Bit b of plane p is bit p of the count for bit b. */
    private final long[] planes = new long[Integer.SIZE];

    private long first;
    private long second;
    private int words;
    private int shingles;

    @Override
    public void word(long hash) {
        words++;
        if (words > 2) add(mix(mix(mix(first) * 31 + second) * 31 + hash));
        if (words != 2) first = words == 1 ? hash : second;
        if (words > 1) second = hash;
    }

    int words() {
        return words;
    }

    /** Of fewer words than a shingle has, of those there are. */
    long value() {
        if (words == 0) add(0);
        if (words == 1) add(mix(first));
        if (words == 2) add(mix(mix(first) * 31 + second));
        long simhash = 0;
        for (int bit = 0; bit < BITS; bit++) if (2 * count(bit) > shingles) simhash |= 1L << bit;
        return simhash;
    }

    private long count(int bit) {
        long count = 0;
        for (int plane = 0; plane < planes.length; plane++) count |= (planes[plane] >>> bit & 1) << plane;
        return count;
    }

    private void add(long hash) {
        shingles++;
        long carry = hash;
        for (int plane = 0; carry != 0; plane++) {
            long both = planes[plane] & carry;
            planes[plane] ^= carry;
            carry = both;
        }
    }

    /** The finaliser of SplitMix64, which spreads every input bit over all output bits. */
    private static long mix(long value) {
        long mixed = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
        return mixed ^ (mixed >>> 31);
    }
}
