package dev.postwire.enrich.render;

import dev.postwire.enrich.post.CleanText;
import dev.postwire.enrich.post.EnrichedPost.CodeBlock;
import dev.postwire.enrich.post.EnrichedPost.Link;
import dev.postwire.enrich.post.EnrichedPost.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * The text of a tree: paragraphs apart by a blank line, list items and table rows on lines of their own, code as it stands; and
 * where links, titles and code begin and end in it. Recursion is safe because the parser bounds the depth of a tree.
 */
final class TextRenderer {
    private static final Set<String> APART = Set.of(
            "p",
            "pre",
            "blockquote",
            "figure",
            "figcaption",
            "table",
            "dl",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "hr",
            "caption");
    private static final Set<String> LISTS = Set.of("ul", "ol");
    private static final Set<String> CELLS = Set.of("td", "th");
    private static final Set<String> ON_A_LINE = Set.of("li", "tr", "dt", "dd", "br");

    private final TextBuilder out = new TextBuilder();
    private final List<Section> outline = new ArrayList<>();
    private final List<Link> links = new ArrayList<>();
    private final List<CodeBlock> codeBlocks = new ArrayList<>();

    private TextRenderer() {}

    static TextRenderer render(Element body) {
        TextRenderer renderer = new TextRenderer();
        renderer.children(body, false);
        return renderer;
    }

    String text() {
        return out.toString();
    }

    List<Section> outline() {
        return outline;
    }

    List<Link> links() {
        return links;
    }

    List<CodeBlock> codeBlocks() {
        return codeBlocks;
    }

    private void children(Element element, boolean inItem) {
        boolean firstCell = true;
        for (Node node : element.childNodes()) {
            if (node instanceof TextNode text) {
                out.words(text.getWholeText());
            } else if (node instanceof Element child) {
                if (CELLS.contains(child.normalName())) {
                    if (!firstCell) out.tab();
                    firstCell = false;
                }
                element(child, inItem);
            }
        }
    }

    /** @param inItem within a list item or a cell, whose parts stay together */
    private void element(Element element, boolean inItem) {
        String name = element.normalName();
        boolean apart = APART.contains(name) || (LISTS.contains(name) && !inItem);
        int lines = apart && (!inItem || name.equals("pre"))
                ? 2
                : apart || ON_A_LINE.contains(name) || LISTS.contains(name) ? 1 : 0;
        out.atLeastLines(lines);
        inside(element, name, inItem || name.equals("li") || CELLS.contains(name));
        out.atLeastLines(lines);
    }

    private void inside(Element element, String name, boolean inItem) {
        switch (name) {
            case "pre" -> code(element);
            case "a" -> link(element, inItem);
            case "h1", "h2", "h3", "h4", "h5", "h6" -> heading(element, name.charAt(1) - '0', inItem);
            default -> children(element, inItem);
        }
    }

    private void code(Element pre) {
        Element code = pre.selectFirst("code");
        String language = code == null ? "" : code.className().replaceFirst("^language-", "");
        int start = out.verbatim(CleanText.of(pre.wholeText()).stripTrailing());
        if (out.length() > start) {
            codeBlocks.add(new CodeBlock(language.isEmpty() ? null : language, start, out.length()));
        }
    }

    private void link(Element link, boolean inItem) {
        TextBuilder.Span span = out.open();
        children(link, inItem);
        out.close(span);
        if (span.isSeen()) links.add(new Link(link.attr("href"), out.quote(span), span.start(), span.end()));
    }

    private void heading(Element heading, int level, boolean inItem) {
        TextBuilder.Span span = out.open();
        children(heading, inItem);
        out.close(span);
        if (span.isSeen()) outline.add(new Section(level, out.quote(span), span.start()));
    }
}
