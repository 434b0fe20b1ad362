package dev.postwire.ingest.post;

/** Base32 of RFC 4648, in lower case and without padding: safe in any URL and file name, on any file system. */
final class Base32 {
    private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz234567";
    private static final int BITS = 5;
    private static final int MASK = (1 << BITS) - 1;

    private Base32() {}

    /** The first {@code length} bytes; a multiple of 5, so that nothing needs padding. */
    static String lowerCase(byte[] bytes, int length) {
        if (length % BITS != 0) throw new IllegalArgumentException("length is no multiple of 5");
        StringBuilder text = new StringBuilder(length * Byte.SIZE / BITS);
        long group = 0;
        for (int i = 0; i < length; i++) {
            group = group << Byte.SIZE | bytes[i] & 0xff;
            if (i % BITS == BITS - 1) {
                for (int shift = (Byte.SIZE - 1) * BITS; shift >= 0; shift -= BITS) {
                    text.append(ALPHABET.charAt((int) (group >> shift) & MASK));
                }
                group = 0;
            }
        }
        return text.toString();
    }
}
