package dev.postwire.enrich.fingerprint;

import dev.postwire.enrich.word.LowerCase;

/**
 * The words of a text as counted everywhere: runs of letters and digits in lower case, or single ideographs and kana. Each is
 * handed on as its hash, FNV-1a over its chars: the same on every machine and release, as a stored fingerprint must be.
 */
final class Words {
    private static final long FNV_BASIS = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    private Words() {}

    interface Sink {
        void word(long hash);
    }

    static void each(String text, Sink sink) {
        // Only these become other letters, or more of them, by what stands around them.
        boolean single = text.indexOf('\u0130') < 0 && text.indexOf('\u03A3') < 0;
        eachSingle(single ? text : LowerCase.of(text), sink);
    }

    private static void eachSingle(String text, Sink sink) {
        long hash = FNV_BASIS;
        boolean open = false;
        for (int i = 0; i < text.length(); ) {
            char c = text.charAt(i);
            if (c < 0x80) {
                i++;
                int letter = lower(c);
                if (letter != 0) {
                    hash = (hash ^ letter) * FNV_PRIME;
                    open = true;
                    continue;
                }
                if (open) sink.word(hash);
                hash = FNV_BASIS;
                open = false;
                continue;
            }
            int point = Character.toLowerCase(text.codePointAt(i));
            i += Character.isSupplementaryCodePoint(point) ? 2 : 1;
            boolean alone = standsAlone(point);
            if (open && (alone || !Character.isLetterOrDigit(point))) {
                sink.word(hash);
                hash = FNV_BASIS;
                open = false;
            }
            if (alone) {
                sink.word(hashed(FNV_BASIS, point));
            } else if (Character.isLetterOrDigit(point)) {
                hash = hashed(hash, point);
                open = true;
            }
        }
        if (open) sink.word(hash);
    }

    /** By the chars of the point. */
    private static long hashed(long hash, int point) {
        if (!Character.isSupplementaryCodePoint(point)) return (hash ^ point) * FNV_PRIME;
        long first = (hash ^ Character.highSurrogate(point)) * FNV_PRIME;
        return (first ^ Character.lowSurrogate(point)) * FNV_PRIME;
    }

    /** The letter or digit in lower case; 0 for any other sign. */
    private static int lower(char c) {
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) return c;
        return c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : 0;
    }

    private static boolean standsAlone(int point) {
        return (point >= 0x3040 && point <= 0x30FF) || Character.isIdeographic(point);
    }
}
