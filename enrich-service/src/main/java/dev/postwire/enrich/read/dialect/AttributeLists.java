package dev.postwire.enrich.read.dialect;

import java.util.regex.Pattern;

/**
 * The braces that give elements ids and classes and show nothing: Kramdown's <code>{: .class}</code>, Pandoc's, Goldmark's and
 * Docusaurus' <code>{#id .class key=value}</code>, comments in braces.
 */
final class AttributeLists {
    private static final int LONGEST_CHARS = 400;
    private static final Pattern WHITE_SPACE = Pattern.compile("\\s+");
    private static final Pattern TOKEN =
            Pattern.compile("[#.][\\p{L}\\p{N}_:.-]{1,100}|[A-Za-z][\\w:-]{0,40}=\\S{1,200}");

    private AttributeLists() {}

    /** Where the list that begins at {@code at} ends, or -1 where none does. */
    static int end(String text, int at) {
        int close = close(text, at);
        if (close < 0) return -1;
        if (text.charAt(at + 1) == ':') return isKramdown(text, at + 2) ? close + 1 : -1;
        String words = text.substring(at + 1, close).strip();
        return isList(words) && stands(text, at, close + 1) ? close + 1 : -1;
    }

    /** Where a comment, <code>{/* … *&#47;}</code> or <code>{# … #}</code>, ends, or -1. */
    static int commentEnd(String text, int at) {
        String close = text.startsWith("{/*", at) ? "*/}" : text.startsWith("{# ", at) ? " #}" : "";
        if (close.isEmpty()) return -1;
        int last = Math.min(text.length(), at + LONGEST_CHARS);
        int end = text.substring(at, last).indexOf(close);
        return end < 0 ? -1 : at + end + close.length();
    }

    private static int close(String text, int at) {
        int last = Math.min(text.length(), at + LONGEST_CHARS);
        for (int i = at + 1; i < last; i++) {
            char c = text.charAt(i);
            if (c == '}') return i;
            if (c == '\n' || c == '{') return -1;
        }
        return -1;
    }

    private static boolean isKramdown(String text, int at) {
        char c = text.charAt(at);
        return c == ' ' || c == '.' || c == '#' || c == ':' || c == '/' || c == '^' || Character.isLetter(c);
    }

    private static boolean isList(String words) {
        boolean quoted = words.indexOf('"') >= 0;
        String tokens = quoted ? words.replaceAll("\"[^\"]{0,200}\"", "q") : words;
        return !words.isEmpty()
                && WHITE_SPACE.splitAsStream(tokens).allMatch(token -> TOKEN.matcher(token)
                        .matches());
    }

    /** Right after what it describes, at the end of a heading, or alone on its line; elsewhere braces are braces. */
    private static boolean stands(String text, int at, int end) {
        char before = at == 0 ? '\n' : text.charAt(at - 1);
        if (before == ')' || before == ']' || before == '`') return true;
        int next = end;
        while (next < text.length() && (text.charAt(next) == ' ' || text.charAt(next) == '\t')) next++;
        boolean last = next == text.length() || text.charAt(next) == '\n';
        if (!last) return false;
        int start = at;
        while (start > 0 && at - start < LONGEST_CHARS && text.charAt(start - 1) != '\n') start--;
        String line = text.substring(start, at).strip();
        return line.isEmpty() || line.startsWith("#");
    }
}
