package dev.postwire.query.post;

/**
 * Text as PostgreSQL can hold it in a column: without U+0000, and with U+FFFD for half a surrogate pair. JSON may carry both as
 * escapes, so the stored event keeps them as they came; only what is indexed of it passes through here.
 */
public final class StorableText {
    private static final char REPLACEMENT = '\uFFFD';

    private StorableText() {}

    public static String of(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0 || Character.isSurrogate(c)) return cleaned(text);
        }
        return text;
    }

    /** As {@link #of}, and no longer than that many characters, for a B-tree refuses long keys. */
    public static String of(String text, int longest) {
        String storable = of(text);
        if (storable.length() <= longest) return storable;
        int end = Character.isHighSurrogate(storable.charAt(longest - 1)) ? longest - 1 : longest;
        return storable.substring(0, end);
    }

    private static String cleaned(String text) {
        StringBuilder storable = new StringBuilder(text.length());
        text.codePoints().filter(c -> c != 0).forEach(c -> storable.appendCodePoint(isHalf(c) ? REPLACEMENT : c));
        return storable.toString();
    }

    private static boolean isHalf(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }
}
