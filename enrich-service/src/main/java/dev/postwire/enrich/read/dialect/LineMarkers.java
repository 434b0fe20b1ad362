package dev.postwire.enrich.read.dialect;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Lines that are signs as a whole: admonitions ({@code :::note Title}, {@code !!! note "Title"}, {@code > [!NOTE]}), imports and
 * exports of MDX, what an abbreviation stands for, the place of a table of contents. A title stays, as a bold line.
 */
final class LineMarkers {
    private static final Pattern ADMONITION = Pattern.compile("[ \\t]{0,12}:::+[ \\t]*(.{0,300})");
    private static final Pattern DIRECTIVE =
            Pattern.compile("[ \\t]{0,3}::[A-Za-z][\\w-]{0,40}(?:\\[([^\\]]{0,300})])?(?:\\{[^}]{0,300}})?[ \\t]*");
    private static final Pattern TITLE =
            Pattern.compile("(?:[\\w-]{1,40})?(?:\\[([^\\]]{0,200})]|[ \\t]+([^{].{0,300}))?.{0,300}");
    private static final Pattern ALERT =
            Pattern.compile("([ \\t>]{0,20}>[ \\t]?)\\[!([\\w-]{1,20})][+-]?[ \\t]*(.{0,300})");
    private static final Pattern MODULE = Pattern.compile(
            "import\\s+(?:[\\w*{},$\\s]{1,300}\\s+from\\s+)?['\"][^'\"]{1,300}['\"];?\\s*|import\\s+\\{[\\w,$\\s]{0,300}"
                    + "|export\\s+(?:default|const|let|var|function|class|async|\\*|\\{).{0,1000}");
    private static final Pattern CONTENTS = Pattern.compile(
            "[ \\t]{0,3}(?:\\[TOC]|\\[\\[_?toc_?]]|\\$\\{toc}|@\\[toc])[ \\t]*", Pattern.CASE_INSENSITIVE);
    private static final Pattern PYTHON_ADMONITION =
            Pattern.compile("([ \\t]{0,12})(?:!!!|\\?\\?\\?)\\+?[ \\t]+[\\w -]{1,60}(?:\"([^\"]{0,300})\")?[ \\t]*");
    /** What the dialects that know it show only when a reader points at the word. */
    private static final Pattern ABBREVIATION =
            Pattern.compile("[ ]{0,3}\\*\\[[^\\[\\]]{1,100}]:[ \\t]*(?!\\().{0,500}");

    private static final int INDENT = 4;

    private LineMarkers() {}

    static boolean concerns(String text) {
        return text.contains(":::")
                || text.contains("> [!")
                || text.contains("\n::")
                || startsLine(text, "*[")
                || startsLine(text, "import ")
                || startsLine(text, "export ")
                || text.contains("[TOC]")
                || text.contains("[toc]")
                || text.contains("[[_TOC_]]")
                || text.contains("${toc}");
    }

    private static boolean startsLine(String text, String words) {
        return text.startsWith(words) || text.contains("\n" + words);
    }

    /** What stands in the place of the line from {@code start} to {@code end}, where it is such a sign. */
    static Optional<String> replacement(String text, int start, int end) {
        int first = start;
        while (first < end && (text.charAt(first) == ' ' || text.charAt(first) == '\t')) first++;
        if (first == end || end - start > 1_000) return Optional.empty();
        char sign = text.charAt(first);
        if (":>ie[$@*".indexOf(sign) < 0) return Optional.empty();
        String line = text.substring(start, end);
        return switch (sign) {
            case ':' -> colons(line);
            case '>' -> alert(line);
            case 'i', 'e' -> first == start && MODULE.matcher(line).matches() ? Optional.of("") : Optional.empty();
            case '*' -> ABBREVIATION.matcher(line).matches() ? Optional.of("\n") : Optional.empty();
            default -> CONTENTS.matcher(line).matches() ? Optional.of("\n") : Optional.empty();
        };
    }

    /** Where what was replaced ends: a module's line takes those that go on with it, to a blank line. */
    static int end(String text, int start, int lineEnd) {
        char sign = text.charAt(start);
        int end = lineEnd;
        while ((sign == 'i' || sign == 'e') && end + 1 < text.length() && text.charAt(end + 1) != '\n') {
            int next = CodeRegions.lineEnd(text, end + 1);
            if (sign == 'i' && isWhole(text.substring(start, end)) && !text.startsWith("import ", end + 1)) break;
            if (sign == 'i' && text.startsWith("import ", end + 1)) break;
            end = next;
        }
        return end + 1;
    }

    private static boolean isWhole(String module) {
        return module.indexOf('\'') >= 0 || module.indexOf('"') >= 0;
    }

    private static Optional<String> colons(String line) {
        Matcher leaf = DIRECTIVE.matcher(line);
        if (leaf.matches()) return Optional.of(leaf.group(1) == null ? "\n" : leaf.group(1) + "\n");
        Matcher admonition = ADMONITION.matcher(line);
        if (!admonition.matches()) return Optional.empty();
        Matcher title =
                TITLE.matcher(admonition.group(1).replaceFirst(":::+\\s*$", "").strip());
        String indent = line.substring(0, line.indexOf(':'));
        if (!title.matches()) return Optional.of("\n");
        String words = title.group(1) != null ? title.group(1) : title.group(2);
        return Optional.of(words == null || words.isBlank() ? "\n" : "\n" + indent + bold(words) + "\n\n");
    }

    private static Optional<String> alert(String line) {
        Matcher alert = ALERT.matcher(line);
        if (!alert.matches()) return Optional.empty();
        String title = alert.group(3).isBlank() ? capitalised(alert.group(2)) : alert.group(3);
        return Optional.of(alert.group(1) + bold(title) + "\n" + alert.group(1).stripTrailing() + "\n");
    }

    private static String capitalised(String word) {
        return word.substring(0, 1).toUpperCase(java.util.Locale.ROOT)
                + word.substring(1).toLowerCase(java.util.Locale.ROOT);
    }

    private static String bold(String words) {
        String line = words.strip();
        return line.contains("**") ? line : "**" + line + "**";
    }

    /** Python-Markdown's admonitions hold what is indented under them, which CommonMark would read as code. */
    static String dedented(String text) {
        if (!text.contains("!!! ") && !text.contains("??? ") && !text.contains("???+ ")) return text;
        StringBuilder out = new StringBuilder(text.length());
        int indent = -1;
        boolean fenced = false;
        for (int at = 0; at < text.length(); ) {
            int end = CodeRegions.lineEnd(text, at);
            String line = text.substring(at, end);
            at = end + 1;
            if (line.startsWith("```") || line.startsWith("~~~")) fenced = !fenced;
            Matcher marker = fenced ? null : PYTHON_ADMONITION.matcher(line);
            if (marker != null && marker.matches()) {
                indent = marker.group(1).length();
                String title = marker.group(2);
                out.append('\n').append(title == null || title.isBlank() ? "" : marker.group(1) + bold(title) + "\n\n");
                continue;
            }
            boolean under = indent >= 0 && line.startsWith(" ".repeat(indent + INDENT));
            if (!under && !line.isBlank()) indent = -1;
            out.append(under ? line.substring(INDENT) : line).append('\n');
        }
        return out.toString();
    }
}
