package dev.postwire.enrich.phrase;

/** A number for a phrase, the same for all of its forms and in every post: the hash of its words' stems. */
public final class PhraseKey {
    /** Of a phrase without a word. */
    static final long START = 0;

    private static final long MIXER = 0x9E3779B97F4A7C15L;
    private static final long FNV_START = 0xCBF29CE484222325L;
    private static final long FNV_PRIME = 0x100000001B3L;

    private PhraseKey() {}

    /** @param stems as {@link dev.postwire.enrich.word.Stems#stem} gives them */
    public static long of(Iterable<String> stems) {
        long key = START;
        for (String stem : stems) key = with(key, word(stem));
        return key;
    }

    /** Of a phrase of one word. */
    public static long of(String stem) {
        return with(START, word(stem));
    }

    /** FNV-1a. */
    static long word(String stem) {
        long hash = FNV_START;
        for (int i = 0; i < stem.length(); i++) hash = (hash ^ stem.charAt(i)) * FNV_PRIME;
        return hash;
    }

    /** Of the phrase that has one word more. */
    static long with(long phrase, long word) {
        long mixed = (phrase + word + 1) * MIXER;
        return mixed ^ mixed >>> 29;
    }
}
