package dev.postwire.enrich.fingerprint;

import dev.postwire.enrich.post.EnrichedPost.Fingerprint;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/**
 * The exact and the approximate identity of a text. The approximate one is Charikar's simhash over the shingles of three words,
 * lower-cased; scripts without spaces count each character as a word. Thread-safe.
 */
public final class Fingerprinter {
    private static final int SHINGLE_WORDS = 3;
    private static final int BITS = 64;

    public Fingerprint fingerprint(String text) {
        String sha256 = Sha256.hex(text.getBytes(StandardCharsets.UTF_8));
        return new Fingerprint(sha256, HexFormat.of().toHexDigits(simhash(words(text))));
    }

    /** The words of a text as counted everywhere: runs of letters and digits, or single ideographs. */
    public static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        text.toLowerCase(Locale.ROOT).codePoints().forEach(point -> {
            boolean alone = Character.isIdeographic(point) || isKana(point);
            if (!Character.isLetterOrDigit(point) || alone) {
                if (word.length() > 0) words.add(word.toString());
                word.setLength(0);
            }
            if (alone) words.add(Character.toString(point));
            else if (Character.isLetterOrDigit(point)) word.appendCodePoint(point);
        });
        if (word.length() > 0) words.add(word.toString());
        return words;
    }

    private static boolean isKana(int point) {
        return point >= 0x3040 && point <= 0x30FF;
    }

    private static long simhash(List<String> words) {
        int[] sums = new int[BITS];
        int shingles = Math.max(1, words.size() - SHINGLE_WORDS + 1);
        for (int i = 0; i < shingles; i++) {
            long hash = 0;
            for (int j = i; j < Math.min(words.size(), i + SHINGLE_WORDS); j++)
                hash = mix(hash * 31 + hash(words.get(j)));
            for (int bit = 0; bit < BITS; bit++) sums[bit] += (hash >>> bit & 1) == 1 ? 1 : -1;
        }
        long simhash = 0;
        for (int bit = 0; bit < BITS; bit++) if (sums[bit] > 0) simhash |= 1L << bit;
        return simhash;
    }

    /** FNV-1a over the word's chars: the same on every machine and release, as a stored fingerprint must be. */
    private static long hash(String word) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < word.length(); i++) hash = (hash ^ word.charAt(i)) * 0x100000001b3L;
        return hash;
    }

    /** The finaliser of SplitMix64, which spreads every input bit over all output bits. */
    private static long mix(long value) {
        long mixed = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
        return mixed ^ (mixed >>> 31);
    }
}
