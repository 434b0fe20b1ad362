package dev.postwire.enrich.render;

import java.util.List;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** The words of one block as Markdown: every sign that would mean something else is escaped. Used once, by one thread. */
final class MarkdownInline {
    private static final int LONGEST_ENTITY = 32;
    private static final int LONGEST_NUMBER = 9;

    private final StringBuilder out = new StringBuilder(1 << 9);
    private final Emphasis emphasis = new Emphasis(out);
    private final boolean hasLines;
    private boolean inTitle;

    private MarkdownInline(boolean hasLines) {
        this.hasLines = hasLines;
    }

    /** The words of a paragraph; a line break is a backslash at a line's end. */
    static String paragraph(List<Node> nodes) {
        MarkdownInline inline = new MarkdownInline(hasBreak(nodes));
        inline.words(nodes);
        return inline.emphasis.resolved();
    }

    /** The words of a title: signs at its end would be taken for its mark. */
    static String heading(List<Node> nodes) {
        String text = paragraph(nodes);
        int slash = text.length() - 1;
        while (slash > 0 && text.charAt(slash - 1) == '\\') slash--;
        boolean open = text.endsWith("#") && (text.length() - 1 - slash) % 2 == 0;
        return open ? text.substring(0, text.length() - 1) + "\\#" : text;
    }

    /** The words of a table's cell: a bar would end it, whatever it stands in. */
    static String cell(List<Node> nodes) {
        return paragraph(nodes).replace("|", "\\|");
    }

    private static boolean hasBreak(List<Node> nodes) {
        for (Node node : nodes) {
            if (node instanceof Element element && (element.nameIs("br") || hasBreak(element.childNodes())))
                return true;
        }
        return false;
    }

    private void words(List<Node> nodes) {
        for (Node node : nodes) {
            if (!(node instanceof TextNode text)) {
                element((Element) node);
                continue;
            }
            escape(text.getWholeText());
            // An exclamation mark before a link would make it an image.
            boolean image = endsWith('!') && node.nextSibling() instanceof Element next && next.nameIs("a");
            if (image) out.insert(out.length() - 1, '\\');
        }
    }

    private void element(Element element) {
        switch (element.normalName()) {
            case "em" -> emphasised(element, "*");
            case "strong" -> emphasised(element, "**");
            case "del" -> emphasised(element, "~~");
            case "code" -> code(element);
            case "a" -> link(element);
            case "img" -> image(element);
            case "br" -> out.append("\\\n");
            default -> tagged(element);
        }
    }

    private void emphasised(Element element, String sign) {
        int mark = emphasis.open(sign, element.normalName());
        words(element.childNodes());
        emphasis.close(mark);
    }

    private void tagged(Element element) {
        out.append('<').append(element.normalName()).append('>');
        words(element.childNodes());
        out.append("</").append(element.normalName()).append('>');
    }

    private void code(Element element) {
        String text = element.wholeText();
        // Right after other code its first sign would lengthen that one's last.
        if (endsWith('`')) {
            tagged(element);
            return;
        }
        String ticks = "`".repeat(longestRun(text) + 1);
        boolean pad = text.startsWith("`") || text.endsWith("`");
        out.append(ticks)
                .append(pad ? " " : "")
                .append(text)
                .append(pad ? " " : "")
                .append(ticks);
    }

    /** The length of the longest run of backticks. */
    static int longestRun(String text) {
        int longest = 0;
        int run = 0;
        for (int i = 0; i < text.length(); i++) {
            run = text.charAt(i) == '`' ? run + 1 : 0;
            longest = Math.max(longest, run);
        }
        return longest;
    }

    private void link(Element link) {
        out.append('[');
        words(link.childNodes());
        out.append(']');
        target(link.attr("href"), link.attr("title"));
    }

    private void image(Element image) {
        out.append("![");
        escape(image.attr("alt"));
        out.append(']');
        target(image.attr("src"), image.attr("title"));
    }

    private void target(String url, String title) {
        boolean plain = url.indexOf('(') < 0 && url.indexOf(')') < 0;
        out.append(plain ? "(" : "(<");
        for (int i = 0; i < url.length(); i++) {
            if (url.charAt(i) == '&' && isEntity(url, i)) out.append("&amp;");
            else out.append(url.charAt(i));
        }
        if (!plain) out.append('>');
        if (!title.isEmpty()) {
            out.append(" \"");
            inTitle = true;
            escape(title);
            inTitle = false;
            out.append('"');
        }
        out.append(')');
    }

    private boolean endsWith(char c) {
        return out.length() > 0 && out.charAt(out.length() - 1) == c;
    }

    private void escape(String text) {
        int written = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c > '~' || isPlain(c)) continue;
            boolean lineStart = i == 0 && (out.length() == 0 || endsWith('\n'));
            if (lineStart && isDigit(c)) {
                int end = numberEnd(text);
                if (end == 0) continue;
                out.append(text.substring(0, end)).append('\\');
                written = end;
                i = end;
            } else if (means(text, i, lineStart)) {
                out.append(text.substring(written, i)).append('\\');
                written = i;
            }
        }
        out.append(written == 0 ? text : text.substring(written));
    }

    private static boolean isPlain(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == ' ' || c == '.' || c == ',';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** Whether the sign would be read as one of Markdown's. */
    private boolean means(String text, int i, boolean lineStart) {
        char c = text.charAt(i);
        return switch (c) {
            case '\\', '`', '*', '[', ']', '<', '~' -> true;
            case '"' -> inTitle;
            case '_' -> !(isWord(text, i - 1) && isWord(text, i + 1));
            case '|' -> hasLines;
            case '&' -> isEntity(text, i);
            case '>' -> lineStart;
            case '#', '-', '+' -> lineStart && (i + 1 == text.length() || " #-+|:".indexOf(text.charAt(i + 1)) >= 0);
            case '=', ':' -> lineStart && hasLines;
            default -> false;
        };
    }

    private static boolean isWord(String text, int i) {
        return i >= 0 && i < text.length() && Character.isLetterOrDigit(text.charAt(i));
    }

    /** Where the number of a list's item would end, or 0. */
    private static int numberEnd(String text) {
        int end = 0;
        while (end < text.length() && end <= LONGEST_NUMBER && isDigit(text.charAt(end))) end++;
        boolean marks = end <= LONGEST_NUMBER
                && end < text.length()
                && (text.charAt(end) == '.' || text.charAt(end) == ')')
                && (end + 1 == text.length() || text.charAt(end + 1) == ' ');
        return marks ? end : 0;
    }

    private static boolean isEntity(String text, int at) {
        int end = Math.min(text.length(), at + LONGEST_ENTITY + 2);
        for (int i = at + 1; i < end; i++) {
            char c = text.charAt(i);
            if (c == ';') return i > at + 1;
            if (!(c == '#' && i == at + 1) && !(c < 0x7F && Character.isLetterOrDigit(c))) return false;
        }
        return false;
    }
}
