package dev.postwire.enrich.fingerprint;

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

    /** @param lower the text in lower case */
    static void each(String lower, Sink sink) {
        long hash = FNV_BASIS;
        boolean open = false;
        for (int i = 0; i < lower.length(); ) {
            char c = lower.charAt(i);
            int point = c < 0x80 ? c : lower.codePointAt(i);
            int length = Character.charCount(point);
            boolean letter = c < 0x80 ? isAsciiLetter(c) : Character.isLetterOrDigit(point);
            boolean alone = c >= 0x80 && standsAlone(point);
            if (open && (!letter || alone)) {
                sink.word(hash);
                hash = FNV_BASIS;
                open = false;
            }
            if (letter || alone) {
                hash = (hash ^ c) * FNV_PRIME;
                if (length == 2) hash = (hash ^ lower.charAt(i + 1)) * FNV_PRIME;
                open = true;
            }
            if (alone) {
                sink.word(hash);
                hash = FNV_BASIS;
                open = false;
            }
            i += length;
        }
        if (open) sink.word(hash);
    }

    private static boolean isAsciiLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z');
    }

    private static boolean standsAlone(int point) {
        return (point >= 0x3040 && point <= 0x30FF) || Character.isIdeographic(point);
    }
}
