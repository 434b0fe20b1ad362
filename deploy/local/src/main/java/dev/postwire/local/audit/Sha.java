package dev.postwire.local.audit;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The first eight bytes of a SHA-256 as a number that is never {@link PartitionLog#ERASED}. */
final class Sha {
    private static final int HEX_DIGITS = 16;

    private Sha() {}

    static long of(byte[] value) {
        return first(whole().digest(value));
    }

    /** To be fed. */
    static MessageDigest whole() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    static long first(byte[] sha) {
        return nonZero(ByteBuffer.wrap(sha).getLong());
    }

    /** Of a SHA-256 in hexadecimal. */
    static long parse(String hex) {
        return nonZero(HexFormat.fromHexDigitsToLong(hex, 0, HEX_DIGITS));
    }

    private static long nonZero(long value) {
        return value == PartitionLog.ERASED ? 1 : value;
    }
}
