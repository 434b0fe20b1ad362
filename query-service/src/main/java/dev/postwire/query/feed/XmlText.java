package dev.postwire.query.feed;

/** Text as XML 1.0 can hold it: what no document may contain, not even escaped, becomes U+FFFD. */
final class XmlText {
    private static final char REPLACEMENT = '\uFFFD';

    private XmlText() {}

    static String of(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (doubtful(text.charAt(i))) return cleaned(text);
        }
        return text;
    }

    private static boolean doubtful(char c) {
        return c < ' ' || c > '\uFFFD' || Character.isSurrogate(c);
    }

    private static String cleaned(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints().forEach(c -> clean.appendCodePoint(allowed(c) ? c : REPLACEMENT));
        return clean.toString();
    }

    /** The production {@code Char} of XML 1.0 (2.2). */
    static boolean allowed(int c) {
        return c == '\t'
                || c == '\n'
                || c == '\r'
                || c >= ' ' && c < Character.MIN_SURROGATE
                || c > Character.MAX_SURROGATE && c <= REPLACEMENT
                || c >= Character.MIN_SUPPLEMENTARY_CODE_POINT;
    }
}
