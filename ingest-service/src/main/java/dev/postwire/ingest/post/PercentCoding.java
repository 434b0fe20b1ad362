package dev.postwire.ingest.post;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Percent-encoding of RFC 3986 in its one normal form. */
final class PercentCoding {
    private static final String UNRESERVED_SIGNS = "-._~";
    private static final String RESERVED = ":/?#[]@!$&'()*+,;=";
    private static final String HEX = "0123456789ABCDEF";
    private static final int RADIX = 16;

    private PercentCoding() {}

    /**
     * Undoes the encoding of unreserved characters, writes what stays encoded in upper case, and encodes what may not stand in a
     * URL: characters beyond ASCII in UTF-8, and a percent sign that encodes nothing.
     */
    static String normalise(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        StringBuilder normal = new StringBuilder(bytes.length);
        for (int i = 0; i < bytes.length; i++) {
            int octet = bytes[i] & 0xff;
            if (octet == '%' && encodes(bytes, i)) {
                int decoded = octet(bytes, i);
                append(normal, decoded, unreserved(decoded));
                i += 2;
            } else {
                append(normal, octet, unreserved(octet) || RESERVED.indexOf(octet) >= 0);
            }
        }
        return normal.toString();
    }

    /** The text that was encoded, as UTF-8; a percent sign that encodes nothing stays. */
    static String decode(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream decoded = new ByteArrayOutputStream(bytes.length);
        for (int i = 0; i < bytes.length; i++) {
            boolean encoded = bytes[i] == '%' && encodes(bytes, i);
            decoded.write(encoded ? octet(bytes, i) : bytes[i]);
            if (encoded) i += 2;
        }
        return decoded.toString(StandardCharsets.UTF_8);
    }

    private static void append(StringBuilder normal, int octet, boolean plain) {
        if (plain) {
            normal.append((char) octet);
        } else {
            normal.append('%').append(HEX.charAt(octet >> 4)).append(HEX.charAt(octet & 0xf));
        }
    }

    private static boolean encodes(byte[] bytes, int at) {
        return at + 2 < bytes.length && hex(bytes[at + 1]) >= 0 && hex(bytes[at + 2]) >= 0;
    }

    private static int octet(byte[] bytes, int at) {
        return hex(bytes[at + 1]) << 4 | hex(bytes[at + 2]);
    }

    private static int hex(byte octet) {
        return octet < 0 ? -1 : Character.digit(octet, RADIX);
    }

    private static boolean unreserved(int octet) {
        return octet >= 'a' && octet <= 'z'
                || octet >= 'A' && octet <= 'Z'
                || octet >= '0' && octet <= '9'
                || octet < 0x80 && UNRESERVED_SIGNS.indexOf(octet) >= 0;
    }
}
