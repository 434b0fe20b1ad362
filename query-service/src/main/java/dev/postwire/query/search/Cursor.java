package dev.postwire.query.search;

import dev.postwire.query.post.StorableText;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

/**
 * A place in a list: the sort key of the last item given, so that what comes in before it shifts nothing. Written as base64url with a
 * checksum over the key and the query, so a cursor that was altered, cut, or taken to another query is refused. It is no secret:
 * whoever makes one up gets nothing but another place in the same list.
 *
 * @param rank the score, as the bits of a float, where the list is sorted by it; where it is sorted by time, the lower half of the
 *     number of the change its first page was made at; else 0
 * @param position the time in microseconds since 1970, the count or the number the list is sorted by
 * @param id what tells equal keys apart
 */
public record Cursor(int rank, long position, String id) {
    private static final byte VERSION = 1;
    private static final int CHECKSUM = 8;
    private static final int FIXED = 1 + Integer.BYTES + Long.BYTES;
    private static final int LONGEST = 4_096;

    /** The end of the year 9999: no time, count or number of ours is beyond, and PostgreSQL can read it. */
    private static final long FARTHEST = 253_402_300_800_000_000L;

    public static Cursor after(long position, String id) {
        return new Cursor(0, position, id);
    }

    public String write(String query) {
        byte[] name = id.getBytes(StandardCharsets.UTF_8);
        byte[] key = ByteBuffer.allocate(FIXED + name.length)
                .put(VERSION)
                .putInt(rank)
                .putLong(position)
                .put(name)
                .array();
        byte[] whole = Arrays.copyOf(checksum(key, query), CHECKSUM + key.length);
        System.arraycopy(key, 0, whole, CHECKSUM, key.length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(whole);
    }

    public static Cursor read(String text, String query) throws MalformedQuery {
        byte[] whole = decode(text);
        if (whole.length < CHECKSUM + FIXED) throw malformed();
        byte[] key = Arrays.copyOfRange(whole, CHECKSUM, whole.length);
        byte[] checksum = Arrays.copyOf(whole, CHECKSUM);
        if (key[0] != VERSION || !MessageDigest.isEqual(checksum, checksum(key, query))) throw malformed();
        ByteBuffer buffer = ByteBuffer.wrap(key, 1, key.length - 1);
        Cursor cursor = new Cursor(buffer.getInt(), buffer.getLong(), text(buffer));
        if (Math.abs(cursor.position) > FARTHEST) throw malformed();
        return cursor;
    }

    private static String text(ByteBuffer rest) {
        return StorableText.of(StandardCharsets.UTF_8.decode(rest).toString());
    }

    private static byte[] decode(String text) throws MalformedQuery {
        if (text.length() > LONGEST) throw malformed();
        try {
            return Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw malformed();
        }
    }

    private static MalformedQuery malformed() {
        return new MalformedQuery("cursor", "Take the cursor from next, unchanged, and ask the same query again.");
    }

    private static byte[] checksum(byte[] key, String query) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(key);
            return Arrays.copyOf(digest.digest(query.getBytes(StandardCharsets.UTF_8)), CHECKSUM);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
