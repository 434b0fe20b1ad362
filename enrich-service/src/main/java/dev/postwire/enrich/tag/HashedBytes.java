package dev.postwire.enrich.tag;

import java.io.DataInput;
import java.io.IOException;
import java.util.Arrays;

/** Small numbers by hash, five bytes each; of the hashes 32 bits count, each once, in ascending order without sign. Immutable. */
final class HashedBytes {
    private final int[] hashes;
    private final byte[] values;
    /** Where the hashes with the same first bits begin. */
    private final int[] starts;

    private static final int FIRST_BITS = 12;

    private HashedBytes(int[] hashes, byte[] values) {
        this.hashes = hashes;
        this.values = values;
        this.starts = new int[(1 << FIRST_BITS) + 1];
        int at = 0;
        for (int first = 0; first < starts.length; first++) {
            while (at < hashes.length && hashes[at] >>> 32 - FIRST_BITS < first) at++;
            starts[first] = at;
        }
    }

    static HashedBytes read(DataInput in) throws IOException {
        int[] hashes = new int[in.readInt()];
        byte[] values = new byte[hashes.length];
        for (int i = 0; i < hashes.length; i++) {
            hashes[i] = in.readInt();
            values[i] = in.readByte();
        }
        return new HashedBytes(hashes, values);
    }

    static int hash(long key) {
        return (int) (key ^ key >>> 32);
    }

    int get(long key, int unknown) {
        int hash = hash(key);
        int first = hash >>> 32 - FIRST_BITS;
        // Within the same first bits the order without a sign is the order with it.
        int at = Arrays.binarySearch(hashes, starts[first], starts[first + 1], hash);
        return at < 0 ? unknown : values[at] & 0xFF;
    }
}
