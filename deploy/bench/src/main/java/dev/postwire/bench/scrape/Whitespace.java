package dev.postwire.bench.scrape;

/** White space as Python counts it, the no-break space and the old separators included. */
final class Whitespace {
    private Whitespace() {}

    static boolean is(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\u0085';
    }

    /** Where the run of white space at {@code from} ends. */
    static int skip(String text, int from) {
        int at = from;
        while (at < text.length() && is(text.charAt(at))) at++;
        return at;
    }

    static String strip(String text) {
        int start = skip(text, 0);
        int end = text.length();
        while (end > start && is(text.charAt(end - 1))) end--;
        return text.substring(start, end);
    }

    /** Every run as one space. */
    static String collapse(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int at = 0; at < text.length(); ) {
            char c = text.charAt(at);
            if (is(c)) {
                out.append(' ');
                at = skip(text, at);
            } else {
                out.append(c);
                at++;
            }
        }
        return out.toString();
    }
}
