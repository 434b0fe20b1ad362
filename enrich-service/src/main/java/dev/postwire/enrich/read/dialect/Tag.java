package dev.postwire.enrich.read.dialect;

import java.util.Locale;
import java.util.Optional;

/**
 * One tag of a template language as it stands in a text.
 *
 * @param name in lower case, without hyphens and underscores, and without {@code end} or a slash where it closes; empty for a value
 * @param words what follows the name
 * @param end past its last sign
 */
record Tag(Kind kind, String name, boolean closes, String words, int start, int end) {
    /** Whose tag it is, as its brackets tell. */
    enum Kind {
        /** Hugo's <code>{{< name >}}</code> and <code>{{% name %}}</code>. */
        SHORTCODE,
        /** <code>{% name %}</code> of Liquid, Nunjucks and Tera. */
        BLOCK,
        /** <code>{{ value }}</code> of the same; Zola's shortcodes, too, which have a name and brackets. */
        VALUE,
        /** A tag shown and not meant, as its author marked it. */
        QUOTED
    }

    private static final int LONGEST_CHARS = 2_000;

    /** The tag that begins at {@code at}, where two signs of one stand. */
    static Optional<Tag> at(String text, int at) {
        if (text.startsWith("{{<", at)) return shortcode(text, at, ">}}");
        if (text.startsWith("{{%", at)) return shortcode(text, at, "%}}");
        if (text.startsWith("{%", at)) return block(text, at);
        return value(text, at);
    }

    private static Optional<Tag> shortcode(String text, int at, String close) {
        int end = close(text, at + 3, close, "\"`");
        if (end < 0) return Optional.empty();
        String inner = text.substring(at + 3, end).strip();
        int past = end + close.length();
        if (inner.startsWith("/*")) return quoted(text, at, past, inner);
        boolean closes = inner.startsWith("/");
        String words = inner.substring(closes ? 1 : 0).strip();
        return Optional.of(
                named(Kind.SHORTCODE, closes, words.endsWith("/") && !closes ? cut(words) : words, at, past));
    }

    private static Optional<Tag> block(String text, int at) {
        int end = close(text, at + 2, "%}", "\"'");
        if (end < 0) return Optional.empty();
        String inner = dashless(text.substring(at + 2, end));
        if (inner.startsWith("/*")) return quoted(text, at, end + 2, inner);
        Tag tag = named(Kind.BLOCK, false, inner, at, end + 2);
        if (!tag.name.startsWith("end")) return Optional.of(tag);
        return Optional.of(new Tag(Kind.BLOCK, tag.name.substring(3), true, tag.words, at, end + 2));
    }

    private static Optional<Tag> value(String text, int at) {
        int end = close(text, at + 2, "}}", "\"'");
        if (end < 0) return Optional.empty();
        int past = end + 2;
        while (past < text.length() && text.charAt(past) == '}') past++;
        String inner = dashless(text.substring(at + 2, end)).replace("{", "").strip();
        if (inner.startsWith("/*")) return quoted(text, at, past, inner);
        int bracket = inner.indexOf('(');
        boolean called = bracket > 0 && inner.endsWith(")") && isName(inner.substring(0, bracket));
        return Optional.of(
                called ? named(Kind.VALUE, false, inner, at, past) : new Tag(Kind.VALUE, "", false, inner, at, past));
    }

    private static Optional<Tag> quoted(String text, int at, int end, String inner) {
        String shown = text.substring(at, end).replaceFirst("/\\*", "");
        int comment = shown.lastIndexOf("*/");
        String words = comment < 0 ? shown : shown.substring(0, comment) + shown.substring(comment + 2);
        return inner.contains("*/") ? Optional.of(new Tag(Kind.QUOTED, "", false, words, at, end)) : Optional.empty();
    }

    private static Tag named(Kind kind, boolean closes, String inner, int start, int end) {
        int name = 0;
        while (name < inner.length() && !Character.isWhitespace(inner.charAt(name)) && inner.charAt(name) != '(')
            name++;
        String words = inner.substring(name).strip();
        if (words.startsWith("(") && words.endsWith(")")) words = words.substring(1, words.length() - 1);
        String folded = inner.substring(0, name)
                .toLowerCase(Locale.ROOT)
                .replace("-", "")
                .replace("_", "");
        return new Tag(kind, folded, closes, words, start, end);
    }

    /** Where the tag closes: outside quotes, or, where an apostrophe was none, anywhere before the next tag opens. */
    private static int close(String text, int from, String close, String quotes) {
        int last = Math.min(text.length(), from + LONGEST_CHARS);
        char quote = 0;
        for (int i = from; i < last; i++) {
            char c = text.charAt(i);
            if (quote != 0) {
                if (c == '\\') i++;
                else if (c == quote) quote = 0;
            } else if (quotes.indexOf(c) >= 0) {
                quote = c;
            } else if (c == close.charAt(0) && text.startsWith(close, i)) {
                return i;
            } else if (opens(text, i)) {
                return -1;
            }
        }
        for (int i = from; quote != 0 && i < last && !opens(text, i); i++) {
            if (text.charAt(i) == close.charAt(0) && text.startsWith(close, i)) return i;
        }
        return -1;
    }

    private static boolean opens(String text, int at) {
        if (text.charAt(at) != '{' || at + 1 >= text.length()) return false;
        char next = text.charAt(at + 1);
        return next == '{' || next == '%';
    }

    private static boolean isName(String text) {
        return text.chars().allMatch(c -> Character.isLetterOrDigit(c) || c == '_' || c == ':' || c == '.');
    }

    private static String dashless(String inner) {
        String words = inner.strip();
        if (words.startsWith("-") || words.startsWith("+") || words.startsWith("~")) words = words.substring(1);
        return (words.endsWith("-") || words.endsWith("~") ? cut(words) : words).strip();
    }

    private static String cut(String words) {
        return words.substring(0, words.length() - 1).strip();
    }
}
