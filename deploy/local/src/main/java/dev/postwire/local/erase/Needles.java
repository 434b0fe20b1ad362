package dev.postwire.local.erase;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Pieces of a post to search for: {@link #LENGTH} bytes each, taken all over its values, so that whoever holds a tenth of it is
 * found. Searches some hundred megabytes a second. For one thread.
 */
final class Needles {
    static final int LENGTH = 24;
    private static final int FROM_EACH = 48;
    private static final int FEWEST_DIFFERENT_BYTES = 8;
    private static final int FILTER_BITS = 1 << 20;

    private final Map<Long, List<byte[]>> byHead = new HashMap<>();
    private final Set<ByteBuffer> all = new HashSet<>();
    private final long[] filter = new long[FILTER_BITS / Long.SIZE];

    /** Takes pieces of a value, evenly spread; monotonous ones, as of a ruled line, say nothing and are left out. */
    void take(byte[] value) {
        int last = value.length - LENGTH;
        if (last < 0) return;
        int step = Math.max(1, last / FROM_EACH);
        for (int at = 0; at <= last; at += step) add(Arrays.copyOfRange(value, at, at + LENGTH));
    }

    private void add(byte[] piece) {
        Set<Byte> different = new HashSet<>();
        for (byte b : piece) different.add(b);
        if (different.size() < FEWEST_DIFFERENT_BYTES || !all.add(ByteBuffer.wrap(piece))) return;
        long head = ByteBuffer.wrap(piece).getLong();
        byHead.computeIfAbsent(head, any -> new ArrayList<>()).add(piece);
        int bit = bit(head);
        filter[bit >>> 6] |= 1L << bit;
    }

    private static int bit(long head) {
        return (int) ((head * 0x9E3779B97F4A7C15L) >>> 44);
    }

    int size() {
        return all.size();
    }

    /** Every piece. */
    List<byte[]> pieces() {
        return all.stream().map(ByteBuffer::array).toList();
    }

    /** The pieces that occur between two places of the bytes. */
    Set<ByteBuffer> find(byte[] bytes, int from, int to) {
        if (to - from < LENGTH) return Set.of();
        Set<ByteBuffer> found = new HashSet<>();
        long head = 0;
        for (int at = from; at < to; at++) {
            head = head << 8 | (bytes[at] & 0xFF);
            int start = at - 7;
            if (start < from || start + LENGTH > to) continue;
            int bit = bit(head);
            if ((filter[bit >>> 6] & 1L << bit) == 0) continue;
            for (byte[] piece : byHead.getOrDefault(head, List.of())) {
                if (Arrays.equals(piece, 0, LENGTH, bytes, start, start + LENGTH)) found.add(ByteBuffer.wrap(piece));
            }
        }
        return found;
    }

    Set<ByteBuffer> find(byte[] bytes) {
        return find(bytes, 0, bytes.length);
    }

    /** Forgets pieces that others hold too, and so prove nothing. */
    void drop(Set<ByteBuffer> pieces) {
        for (ByteBuffer piece : pieces) {
            all.remove(piece);
            byHead.getOrDefault(ByteBuffer.wrap(piece.array()).getLong(), new ArrayList<>())
                    .removeIf(one -> Arrays.equals(one, piece.array()));
        }
    }
}
