package dev.postwire.enrich.read;

import dev.postwire.enrich.post.Warning;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Charsets that their bytes give away where nothing names them: UTF-16 without a mark, and ISO-2022-JP by its escapes. */
final class UnmarkedCharsets {
    /** Signs that every text has some of, in any script; a wrong reading has next to none. */
    private static final String COMMON = " \n\r\t.,、。，！？\u3000";

    private static final double LEAST_COMMON = 0.015;
    private static final int SAMPLE_CHARS = 4_096;
    private static final byte ESCAPE = 0x1B;

    private UnmarkedCharsets() {}

    /** By bytes that other charsets have no use for. */
    static Optional<Charsets.Decoded> byControls(byte[] bytes) {
        boolean zeros = false;
        for (int i = 0; i < bytes.length; i++) {
            zeros |= bytes[i] == 0;
            boolean japanese = bytes[i] == ESCAPE && i + 1 < bytes.length && bytes[i + 1] == '$';
            if (japanese)
                return Charsets.strict(bytes, 0, Charset.forName("ISO-2022-JP")).map(UnmarkedCharsets::guessed);
        }
        return zeros ? utf16(bytes) : Optional.empty();
    }

    /** The byte order in which the text has more of what every text has. */
    static Optional<Charsets.Decoded> utf16(byte[] bytes) {
        if (bytes.length == 0 || bytes.length % 2 != 0) return Optional.empty();
        Optional<Charsets.Decoded> little = Charsets.strict(bytes, 0, StandardCharsets.UTF_16LE);
        Optional<Charsets.Decoded> big = Charsets.strict(bytes, 0, StandardCharsets.UTF_16BE);
        double littleCommon = little.map(d -> common(d.text())).orElse(0.0);
        double bigCommon = big.map(d -> common(d.text())).orElse(0.0);
        Optional<Charsets.Decoded> better = littleCommon >= bigCommon ? little : big;
        return Math.max(littleCommon, bigCommon) < LEAST_COMMON
                ? Optional.empty()
                : better.map(UnmarkedCharsets::guessed);
    }

    /** The share of common signs; none where a character is none. */
    private static double common(String text) {
        int length = Math.min(text.length(), SAMPLE_CHARS);
        int common = 0;
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            int type = Character.getType(c);
            if (type == Character.UNASSIGNED
                    || type == Character.PRIVATE_USE
                    || (type == Character.CONTROL && c > '\r')
                    || c == 0) {
                return 0;
            }
            if (COMMON.indexOf(c) >= 0) common++;
        }
        return common / (double) length;
    }

    private static Charsets.Decoded guessed(Charsets.Decoded decoded) {
        Warning warning =
                new Warning("charset-guessed", "read as " + decoded.charset() + " by what gives it away in its bytes");
        return new Charsets.Decoded(decoded.text(), decoded.charset(), List.of(warning));
    }
}
