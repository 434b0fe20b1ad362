package dev.postwire.enrich.render;

import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** The words of one block as Markdown: every sign that would mean something else is escaped. */
final class MarkdownInline {
    private static final Pattern SPECIAL = Pattern.compile("[\\\\`*_\\[\\]<>~|]|&(?=#?\\w{1,32};)|!(?=\\[)");
    /** What at the start of a line would begin a list, a title, a quote or a rule. */
    private static final Pattern LINE_START = Pattern.compile("(?m)^(\\d{1,9})([.)])(?=\\s|$)|^([-+=#])");

    private static final Pattern SPACES = Pattern.compile("[ \\t\\n]+");
    private static final Pattern TICKS = Pattern.compile("`+");

    /** A paragraph's words; empty where nothing shows. */
    String paragraph(List<Node> nodes) {
        String text = LINE_START
                .matcher(words(nodes).strip())
                .replaceAll(match ->
                        match.group(3) == null ? match.group(1) + "\\\\" + match.group(2) : "\\\\" + match.group(3));
        // A break at the end of a block shows nothing.
        return text.endsWith("\\\n") ? text.substring(0, text.length() - 2) : text;
    }

    String heading(List<Node> nodes) {
        String text = words(nodes).strip().replace("\\\n", " ");
        return text.endsWith("#") ? text.substring(0, text.length() - 1) + "\\#" : text;
    }

    String cell(List<Node> nodes) {
        return words(nodes).strip().replace('\n', ' ');
    }

    private String words(List<Node> nodes) {
        StringBuilder out = new StringBuilder();
        for (Node node : nodes) {
            if (node instanceof TextNode text) {
                String words = SPACES.matcher(text.getWholeText()).replaceAll(" ");
                out.append(SPECIAL.matcher(words)
                        .replaceAll(match -> "\\\\" + java.util.regex.Matcher.quoteReplacement(match.group())));
            } else if (node instanceof Element element) {
                out.append(element(element));
            }
        }
        // What begins a line after a break must not be indented.
        return out.toString().replace("\\\n ", "\\\n");
    }

    private String element(Element element) {
        return switch (element.normalName()) {
            case "em", "i" -> wrapped(element, "*");
            case "strong", "b" -> wrapped(element, "**");
            case "del", "s" -> wrapped(element, "~~");
            case "code" -> code(element.wholeText());
            case "a" -> "[" + words(element.childNodes()) + "]" + target(element, "href");
            case "img" -> "![" + escapedAlt(element.attr("alt")) + "]" + target(element, "src");
            case "br" -> "\\\n";
            default ->
                "<" + element.normalName() + ">" + words(element.childNodes()) + "</" + element.normalName() + ">";
        };
    }

    /** Signs of emphasis bind only to a word, so white space at the edges moves out; where they would not bind, HTML does. */
    private String wrapped(Element element, String sign) {
        String words = words(element.childNodes());
        String core = words.strip();
        if (core.isEmpty()) return words;
        String before = words.substring(0, words.indexOf(core));
        String after = words.substring(before.length() + core.length());
        boolean binds = Character.isLetterOrDigit(core.codePointAt(0))
                && Character.isLetterOrDigit(core.codePointBefore(core.length()));
        String name = element.normalName();
        return before + (binds ? sign + core + sign : "<" + name + ">" + core + "</" + name + ">") + after;
    }

    private static String code(String text) {
        String line = SPACES.matcher(text).replaceAll(" ");
        if (line.isBlank()) return "<code>" + line + "</code>";
        int longest = TICKS.matcher(line)
                .results()
                .mapToInt(run -> run.group().length())
                .max()
                .orElse(0);
        String ticks = "`".repeat(longest + 1);
        boolean pad = line.startsWith("`") || line.endsWith("`") || (line.startsWith(" ") && line.endsWith(" "));
        return pad ? ticks + " " + line + " " + ticks : ticks + line + ticks;
    }

    private static String target(Element element, String attribute) {
        String url =
                element.attr(attribute).replace("<", "%3C").replace(">", "%3E").replace("\n", "");
        boolean plain = url.chars()
                .noneMatch(c -> c == '(' || c == ')' || c == ' ' || c == '\\' || c == '_' || c == '*' || c == '&');
        String title =
                element.attr("title").replace("\n", " ").replace("\\", "\\\\").replace("\"", "\\\"");
        return "(" + (plain ? url : "<" + url.replace("&", "&amp;") + ">")
                + (title.isBlank() ? "" : " \"" + title + "\"") + ")";
    }

    private static String escapedAlt(String alt) {
        return SPECIAL.matcher(alt.replace('\n', ' '))
                .replaceAll(match -> "\\\\" + java.util.regex.Matcher.quoteReplacement(match.group()));
    }
}
