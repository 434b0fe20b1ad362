package dev.postwire.enrich.render;

import dev.postwire.enrich.sanitise.Sanitiser;
import java.util.Set;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** Writes a sanitised tree as HTML, by itself or as a block within Markdown. Used by one thread. */
final class HtmlWriter {
    private static final Set<String> VOID = Set.of("br", "hr", "img", "input");
    private static final Set<String> BOOLEAN = Set.of("checked", "disabled");
    private static final Set<String> OPENED_ON_A_LINE = Set.of("table", "thead", "tbody", "tr", "dl", "figure");
    private static final Set<String> CLOSED_ON_A_LINE =
            Set.of("caption", "thead", "tbody", "tr", "td", "th", "dt", "dd", "figcaption");

    private final StringBuilder out;
    private final boolean inMarkdown;

    private HtmlWriter(StringBuilder out, boolean inMarkdown) {
        this.out = out;
        this.inMarkdown = inMarkdown;
    }

    /** What is in the element, on one line but for the lines of code. */
    static String contentOf(Element element) {
        HtmlWriter writer = new HtmlWriter(new StringBuilder(1 << 13), false);
        writer.children(element);
        return writer.out.toString();
    }

    /** The element as a block of HTML in Markdown: a blank line would end it, so none is in it, in code neither. */
    static String block(Element element) {
        HtmlWriter writer = new HtmlWriter(new StringBuilder(), true);
        writer.element(element);
        return writer.out.toString().stripTrailing();
    }

    private void children(Element element) {
        for (Node node : element.childNodes()) {
            if (node instanceof TextNode text) escape(text.getWholeText(), false);
            else element((Element) node);
        }
    }

    private void element(Element element) {
        String name = element.normalName();
        if (inMarkdown && name.equals("figcaption") && out.charAt(out.length() - 1) != '\n') out.append('\n');
        out.append('<').append(name);
        if (element.attributesSize() > 0) attributes(element);
        out.append('>');
        if (VOID.contains(name)) return;
        if (inMarkdown && OPENED_ON_A_LINE.contains(name)) out.append('\n');
        children(element);
        if (inMarkdown && name.equals("figure") && out.charAt(out.length() - 1) != '\n') out.append('\n');
        out.append("</").append(name).append('>');
        if (inMarkdown && CLOSED_ON_A_LINE.contains(name)) out.append('\n');
    }

    private void attributes(Element element) {
        for (Attribute attribute : element.attributes()) {
            String name = attribute.getKey();
            if (name.equals(Sanitiser.FULL_SIZE)) continue;
            out.append(' ').append(name);
            if (BOOLEAN.contains(name)) continue;
            out.append("=\"");
            escape(attribute.getValue(), true);
            out.append('"');
        }
    }

    private void escape(String text, boolean inAttribute) {
        int written = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c > '>' ? c != '\u00A0' : c == ' ') continue;
            String escape = escape(c, inAttribute);
            if (escape == null) continue;
            // The platform copies a whole string many times faster than a part of any sequence.
            out.append(text.substring(written, i)).append(escape);
            written = i + 1;
        }
        out.append(written == 0 ? text : text.substring(written));
    }

    private String escape(char c, boolean inAttribute) {
        return switch (c) {
            case '&' -> "&amp;";
            case '<' -> "&lt;";
            case '>' -> "&gt;";
            case '\u00A0' -> "&nbsp;";
            case '"' -> inAttribute ? "&quot;" : null;
            case '\n' -> inMarkdown ? "&#10;" : null;
            default -> null;
        };
    }
}
