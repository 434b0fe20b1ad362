package dev.postwire.enrich.fingerprint;

import dev.postwire.enrich.post.EnrichedPost.Fingerprint;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * The exact and the approximate identity of a text, and how many words it has. The approximate one is Charikar's simhash over the
 * shingles of three words, lower-cased; scripts without spaces count each character as a word. Thread-safe; time is linear in the
 * text.
 */
public final class Fingerprinter {
    /** @param words how many there are, counted as everywhere */
    public record Fingerprinted(Fingerprint fingerprint, int words) {}

    public Fingerprinted fingerprint(String text) {
        String sha256 = Sha256.hex(text.getBytes(StandardCharsets.UTF_8));
        Simhash simhash = new Simhash();
        Words.each(text, simhash);
        String near = HexFormat.of().toHexDigits(simhash.value());
        return new Fingerprinted(new Fingerprint(sha256, near), simhash.words());
    }
}
