package dev.postwire.enrich.blocks;

import java.io.DataInput;
import java.io.IOException;

/** Learned weights of words known by their hashes; 0 for a word not known. Immutable. */
final class HashedWeights implements Weights {
    private final int[] keys;
    private final float[] weights;
    private final int shift;

    /** @param keys without 0 */
    HashedWeights(int[] keys, float[] weights) {
        int bits = 32 - Integer.numberOfLeadingZeros(Math.max(8, keys.length * 3));
        this.keys = new int[1 << bits];
        this.weights = new float[1 << bits];
        this.shift = Integer.SIZE - bits;
        for (int i = 0; i < keys.length; i++) {
            int slot = slot(keys[i]);
            this.keys[slot] = keys[i];
            this.weights[slot] = weights[i];
        }
    }

    static HashedWeights read(DataInput in) throws IOException {
        int size = in.readInt();
        int[] keys = new int[size];
        float[] weights = new float[size];
        for (int i = 0; i < size; i++) {
            keys[i] = in.readInt();
            weights[i] = in.readFloat();
        }
        return new HashedWeights(keys, weights);
    }

    @Override
    public float of(int hash) {
        return weights[slot(hash)];
    }

    /** Where the hash is, or the empty slot where it would go. */
    private int slot(int hash) {
        int mask = keys.length - 1;
        int slot = hash * 0x9E3779B9 >>> shift;
        while (keys[slot] != 0 && keys[slot] != hash) slot = (slot + 1) & mask;
        return slot;
    }
}
