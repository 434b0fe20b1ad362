package dev.postwire.enrich.read;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * UTF-8 without a flaw and without a character that is to be cleaned away, which nearly all posts are, decoded in one pass: eight
 * bytes at a time where they are ASCII. Line ends of all systems become line feeds. Whatever else there is makes it give up, and
 * is left to those who look closer.
 */
final class CleanUtf8 {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());
    private static final long HIGH_BITS = 0x8080808080808080L;
    private static final long LOW_BITS = 0x0101010101010101L;
    private static final int DELETE = 0x7F;
    private static final int LAST_CONTROL = 0x9F;
    private static final int LAST_PLAIN = 0xFFFC;

    private final byte[] bytes;
    private final int from;
    /** The bytes as if each were a character: text in ASCII is the same in both. */
    private final String latin;

    private char[] chars;
    private int size;

    private CleanUtf8(byte[] bytes, int from) {
        this.bytes = bytes;
        this.from = from;
        latin = new String(bytes, from, bytes.length - from, StandardCharsets.ISO_8859_1);
    }

    /** The text from that byte on; empty where it is not clean. */
    static Optional<String> decode(byte[] bytes, int from) {
        return new CleanUtf8(bytes, from).text();
    }

    private Optional<String> text() {
        int at = from;
        int run = from;
        while (true) {
            at = plainUpTo(at);
            if (at == bytes.length) break;
            if (at > run || chars == null) take(run, at);
            int next = bytes[at] == '\r' ? lineEnd(at) : sequence(at);
            if (next < 0) return Optional.empty();
            at = next;
            run = next;
        }
        if (chars == null) return Optional.of(latin);
        take(run, bytes.length);
        return Optional.of(new String(chars, 0, size));
    }

    /** Where the first byte is that does not stand for itself; the end where there is none. */
    private int plainUpTo(int start) {
        int at = start;
        while (true) {
            while (at + Long.BYTES <= bytes.length && isPlain((long) LONGS.get(bytes, at))) at += Long.BYTES;
            int end = Math.min(bytes.length, at + Long.BYTES);
            while (at < end && isPlain(bytes[at])) at++;
            if (at < end || at == bytes.length) return at;
        }
    }

    /** Whether eight bytes are all from the space to the tilde, or beyond it the byte that is asked about once more by itself. */
    private static boolean isPlain(long eight) {
        long controls = eight - LOW_BITS * ' ' | eight + LOW_BITS;
        return ((controls | eight) & HIGH_BITS) == 0;
    }

    private static boolean isPlain(byte one) {
        return one >= ' ' && one != DELETE || one == '\n' || one == '\t';
    }

    private void take(int run, int end) {
        if (chars == null) chars = new char[bytes.length - from];
        latin.getChars(run - from, end - from, chars, size);
        size += end - run;
    }

    private int lineEnd(int at) {
        chars[size++] = '\n';
        return at + 1 < bytes.length && bytes[at + 1] == '\n' ? at + 2 : at + 1;
    }

    /** Decodes the character of several bytes that begins there; returns where the next one begins, or −1 for what is not clean. */
    private int sequence(int at) {
        int lead = bytes[at] & 0xFF;
        int more = lead >= 0xF0 ? 3 : lead >= 0xE0 ? 2 : 1;
        if (lead < 0xC2 || lead > 0xF4 || at + more >= bytes.length) return -1;
        int point = lead & 0x3F >> more;
        for (int i = 1; i <= more; i++) {
            int next = bytes[at + i];
            if ((next & 0xC0) != 0x80) return -1;
            point = point << 6 | next & 0x3F;
        }
        boolean surrogate = point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
        boolean overlong = more == 2 && point < 0x800 || more == 3 && point < Character.MIN_SUPPLEMENTARY_CODE_POINT;
        if (surrogate || overlong || point <= LAST_CONTROL || point > Character.MAX_CODE_POINT) return -1;
        if (more < 3) {
            if (point > LAST_PLAIN) return -1;
            chars[size++] = (char) point;
        } else {
            chars[size++] = Character.highSurrogate(point);
            chars[size++] = Character.lowSurrogate(point);
        }
        return at + 1 + more;
    }
}
