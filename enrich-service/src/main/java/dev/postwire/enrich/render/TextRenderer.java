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
    private static final Set<String> ON_A_LINE = Set.of("li", "tr", "dt", "dd", "br");

    private final TextBuilder out = new TextBuilder();
    private final List<Section> outline = new ArrayList<>();
    private final List<Link> links = new ArrayList<>();
    private final List<CodeBlock> codeBlocks = new ArrayList<>();

    private TextRenderer() {}

    static TextRenderer render(Element body) {
        TextRenderer renderer = new TextRenderer();
        renderer.children(body);
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

    private void children(Element element) {
        for (Node node : element.childNodes()) {
            if (node instanceof TextNode text) out.words(text.getWholeText());
            else if (node instanceof Element child) element(child);
        }
    }

    private void element(Element element) {
        String name = element.normalName();
        boolean list = name.equals("ul") || name.equals("ol");
        int lines = APART.contains(name) || (list && element.closest("li") == null)
                ? 2
                : ON_A_LINE.contains(name) || list ? 1 : 0;
        // The paragraphs of one item stay together.
        if (lines == 2 && !name.equals("pre") && element.closest("li, td, th") != null) lines = 1;
        out.atLeastLines(lines);
        inside(element, name);
        out.atLeastLines(lines);
    }

    private void inside(Element element, String name) {
        switch (name) {
            case "pre" -> code(element);
            case "a" -> link(element);
            case "td", "th" -> {
                if (element.elementSiblingIndex() > 0) out.tab();
                children(element);
            }
            case "h1", "h2", "h3", "h4", "h5", "h6" -> heading(element, name.charAt(1) - '0');
            default -> children(element);
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

    private void link(Element link) {
        TextBuilder.Span span = out.open();
        children(link);
        out.close(span);
        if (span.isSeen()) links.add(new Link(link.attr("href"), out.quote(span), span.start(), span.end()));
    }

    private void heading(Element heading, int level) {
        TextBuilder.Span span = out.open();
        children(heading);
        out.close(span);
        if (span.isSeen()) outline.add(new Section(level, out.quote(span), span.start()));
    }
}
