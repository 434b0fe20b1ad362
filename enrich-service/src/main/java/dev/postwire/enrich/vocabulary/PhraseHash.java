package dev.postwire.enrich.vocabulary;

/** 64-bit hashes of words and of phrases made of them, never 0. The same on every machine. */
final class PhraseHash {
    private static final long PRIME = 0x9E3779B97F4A7C15L;

    private PhraseHash() {}

    /** What phrases of one language begin with. */
    static long seed(String language) {
        return word(language);
    }

    static long word(CharSequence word) {
        long hash = word.length() + 1L;
        for (int i = 0; i < word.length(); i++) hash = (hash ^ word.charAt(i)) * 0x100000001B3L;
        return mix(hash);
    }

    /** Of a phrase with one word more. */
    static long and(long phrase, long word) {
        return mix((phrase + word) * PRIME);
    }

    private static long mix(long hash) {
        long mixed = (hash ^ hash >>> 30) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94D049BB133111EBL;
        mixed ^= mixed >>> 31;
        return mixed == 0 ? PRIME : mixed;
    }
}
