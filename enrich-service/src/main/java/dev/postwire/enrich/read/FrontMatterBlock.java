package dev.postwire.enrich.read;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The front matter of a Markdown post, cut off the post but not yet read.
 *
 * @param matter what stands between the fences
 * @param body all that follows it; never less
 * @param closed whether its end was marked, or only guessed
 */
record FrontMatterBlock(Format format, String matter, String body, boolean closed) {
    /** How the fields are written. */
    enum Format {
        YAML,
        TOML,
        JSON,
        /** Pelican's and MultiMarkdown's, whose values need no quotes. */
        LINES
    }

    private static final Pattern KEY_LINE = Pattern.compile("\"?[A-Za-z][A-Za-z0-9_-]{0,30}\"?[ \\t]{0,8}[:=].*");
    private static final Pattern TITLE_LINE = Pattern.compile("(?i)\"?title\"?[ \\t]{0,8}[:=].*");

    static Optional<FrontMatterBlock> of(String text) {
        int start = 0;
        while (start < text.length() && Character.isWhitespace(text.charAt(start))) start++;
        if (start == text.length()) return Optional.empty();
        return switch (text.charAt(start)) {
            case '-', '+', ';' -> fenced(text, start);
            case '{' -> Optional.empty();
            default -> bare(text, start);
        };
    }

    private static Optional<FrontMatterBlock> fenced(String text, int start) {
        int lineEnd = lineEnd(text, start);
        String open = text.substring(start, lineEnd).strip();
        Format format = format(open);
        if (format == null) return Optional.empty();
        String close = open.substring(0, 3);
        int from = Math.min(text.length(), lineEnd + 1);
        for (int at = from; at < text.length(); at = lineEnd(text, at) + 1) {
            int end = lineEnd(text, at);
            if (closes(text, at, end, close)) {
                return Optional.of(new FrontMatterBlock(format, text.substring(from, at), after(text, end), true));
            }
        }
        return unclosed(text, from, format);
    }

    /** Whether a line of it gives a title, which prose between two rules does not. */
    boolean hasTitle() {
        return hasTitle(matter, 0, matter.length());
    }

    /** {@code null} where the line opens no front matter. */
    private static Format format(String open) {
        return switch (open) {
            case "---", "---yaml", "---yml" -> Format.YAML;
            case "+++", "---toml" -> Format.TOML;
            case ";;;", "---json", "---js", "---javascript" -> Format.JSON;
            default -> null;
        };
    }

    private static boolean closes(String text, int from, int end, String fence) {
        char first = text.charAt(from);
        if (first != fence.charAt(0) && first != '.') return false;
        String line = text.substring(from, end).stripTrailing();
        return line.equals(fence) || (line.equals("...") && fence.equals("---"));
    }

    /** A rule at the top of a post is a rule; keys with a title under it, up to a blank line, are front matter all the same. */
    private static Optional<FrontMatterBlock> unclosed(String text, int from, Format format) {
        int end = keyLinesEnd(text, from);
        boolean blank = end >= text.length() || text.charAt(end) == '\n';
        if (end == from || !blank || !hasTitle(text, from, end)) return Optional.empty();
        return Optional.of(new FrontMatterBlock(format, text.substring(from, end), text.substring(end), false));
    }

    /** Keys without a fence above them: Pelican's end at a blank line, Hexo's at a fence. */
    private static Optional<FrontMatterBlock> bare(String text, int start) {
        int end = keyLinesEnd(text, start);
        // Only with a title, or prose like "Note: …" would be taken for it.
        if (end == start || !hasTitle(text, start, end)) return Optional.empty();
        String matter = text.substring(start, end);
        if (end >= text.length() || text.charAt(end) == '\n') {
            return Optional.of(new FrontMatterBlock(Format.LINES, matter, text.substring(end), true));
        }
        int lineEnd = lineEnd(text, end);
        String fence = text.substring(end, lineEnd).stripTrailing();
        // One line and a rule is a heading.
        boolean several = matter.indexOf('\n') < matter.length() - 1;
        Format format = several && fence.equals("---") ? Format.YAML : fence.equals(";;;") ? Format.JSON : null;
        if (format == null) return Optional.empty();
        return Optional.of(new FrontMatterBlock(format, matter, after(text, lineEnd), true));
    }

    /** Where the run of keys, and of deeper lines and items under them, ends. */
    private static int keyLinesEnd(String text, int start) {
        int at = start;
        while (at < text.length()) {
            int end = lineEnd(text, at);
            String line = text.substring(at, end);
            boolean under = at > start && (line.startsWith("- ") || line.startsWith("  ") || line.startsWith("\t"));
            if (line.isBlank() || !(under || KEY_LINE.matcher(line).matches())) break;
            at = end + 1;
        }
        return Math.min(at, text.length());
    }

    private static boolean hasTitle(String text, int from, int end) {
        return text.substring(from, end)
                .lines()
                .anyMatch(line -> TITLE_LINE.matcher(line).matches());
    }

    private static String after(String text, int lineEnd) {
        return text.substring(Math.min(text.length(), lineEnd + 1));
    }

    private static int lineEnd(String text, int from) {
        int end = text.indexOf('\n', from);
        return end < 0 ? text.length() : end;
    }
}
