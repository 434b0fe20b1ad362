package dev.postwire.enrich.learn;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.CRC32;

/**
 * A model's bytes in pieces that travel as records. Each begins with a mark, the version of this format, the hash of the whole, its
 * own number and how many there are, and ends with a checksum.
 */
final class ModelParts {
    static final int MOST_BYTES = 900_000;

    private static final int MARK = 0x50575447;
    private static final int FORMAT = 1;
    private static final int HASH_BYTES = 16;
    private static final int HEAD_BYTES = 4 + 4 + HASH_BYTES + 4 + 4;
    private static final int CHECKSUM_BYTES = 4;

    private ModelParts() {}

    static byte[] hash(byte[] whole) {
        try {
            return Arrays.copyOf(MessageDigest.getInstance("SHA-256").digest(whole), HASH_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static List<byte[]> of(byte[] whole) {
        int room = MOST_BYTES - HEAD_BYTES - CHECKSUM_BYTES;
        int count = Math.max(1, (whole.length + room - 1) / room);
        byte[] hash = hash(whole);
        List<byte[]> parts = new ArrayList<>(count);
        for (int number = 0; number < count; number++) {
            int from = number * room;
            int length = Math.min(room, whole.length - from);
            ByteBuffer part = ByteBuffer.allocate(HEAD_BYTES + length + CHECKSUM_BYTES);
            part.putInt(MARK)
                    .putInt(FORMAT)
                    .put(hash)
                    .putInt(number)
                    .putInt(count)
                    .put(whole, from, length);
            parts.add(part.putInt(checksum(part.array())).array());
        }
        return parts;
    }

    private static int checksum(byte[] part) {
        CRC32 crc = new CRC32();
        crc.update(part, 0, part.length - CHECKSUM_BYTES);
        return (int) crc.getValue();
    }

    static byte[] joined(List<byte[]> parts) throws UnreadableModelException {
        if (parts.isEmpty()) throw new UnreadableModelException("a model has at least one part");
        byte[][] sorted = new byte[parts.size()][];
        byte[] hash = new byte[HASH_BYTES];
        int length = 0;
        for (byte[] part : parts) {
            ByteBuffer head = head(part);
            byte[] of = new byte[HASH_BYTES];
            head.get(of);
            int number = head.getInt();
            int count = head.getInt();
            if (length == 0) hash = of;
            if (!Arrays.equals(hash, of)) throw new UnreadableModelException("parts of two models");
            if (count != sorted.length) {
                throw new UnreadableModelException("the model has " + count + " parts, here are " + sorted.length);
            }
            if (number < 0 || number >= count || sorted[number] != null) {
                throw new UnreadableModelException("part " + number + " comes twice or is not one of " + count);
            }
            sorted[number] = part;
            length += part.length - HEAD_BYTES - CHECKSUM_BYTES;
        }
        ByteBuffer whole = ByteBuffer.allocate(length);
        for (byte[] part : sorted) whole.put(part, HEAD_BYTES, part.length - HEAD_BYTES - CHECKSUM_BYTES);
        if (!Arrays.equals(hash, hash(whole.array()))) {
            throw new UnreadableModelException(
                    "the parts do not make the model " + HexFormat.of().formatHex(hash));
        }
        return whole.array();
    }

    private static ByteBuffer head(byte[] part) throws UnreadableModelException {
        if (part.length < HEAD_BYTES + CHECKSUM_BYTES) throw new UnreadableModelException("a part is cut off");
        ByteBuffer head = ByteBuffer.wrap(part);
        if (head.getInt() != MARK) throw new UnreadableModelException("these bytes are no part of a tag model");
        int format = head.getInt();
        if (format != FORMAT) {
            throw new UnreadableModelException(
                    "a model of format " + format + "; this enricher reads format " + FORMAT);
        }
        if (head.getInt(part.length - CHECKSUM_BYTES) != checksum(part)) {
            throw new UnreadableModelException("a part's checksum is wrong");
        }
        return head;
    }
}
