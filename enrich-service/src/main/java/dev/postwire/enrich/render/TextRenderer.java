package dev.postwire.enrich.render;

import dev.postwire.enrich.post.EnrichedPost.CodeBlock;
import dev.postwire.enrich.post.EnrichedPost.Image;
import dev.postwire.enrich.post.EnrichedPost.Link;
import dev.postwire.enrich.post.EnrichedPost.Section;
import dev.postwire.enrich.sanitise.Sanitiser;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * The text of a sanitised tree: paragraphs apart by a blank line, list items and table rows on lines of their own, code as it
 * stands; where links, titles and code begin and end in it; and its images. Sanitising bounds the depth of the tree, so recursion
 * is safe. Used once, by one thread.
 */
final class TextRenderer {
    private final TextBuilder out = new TextBuilder();
    private final List<Section> outline = new ArrayList<>();
    private final List<Link> links = new ArrayList<>();
    private final List<CodeBlock> codeBlocks = new ArrayList<>();
    private final List<Image> images = new ArrayList<>();
    /** Of the figure being rendered. */
    private String caption;

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

    List<Image> images() {
        return images;
    }

    private void children(Element element, boolean inItem) {
        for (Node node : element.childNodes()) {
            if (node instanceof TextNode text) out.words(text.getWholeText());
            else element((Element) node, inItem);
        }
    }

    /** @param inItem within a list item or a cell, whose parts stay together */
    private void element(Element element, boolean inItem) {
        String name = element.normalName();
        switch (name) {
            case "a" -> link(element, inItem);
            case "img" -> image(element);
            case "br" -> out.atLeastLines(1);
            case "pre" -> apart(2, () -> code(element));
            case "h1", "h2", "h3", "h4", "h5", "h6" ->
                apart(inItem ? 1 : 2, () -> heading(element, name.charAt(1) - '0', inItem));
            case "figure" -> apart(inItem ? 1 : 2, () -> figure(element, inItem));
            case "p", "blockquote", "figcaption", "table", "dl", "hr", "caption", "ul", "ol" ->
                apart(inItem ? 1 : 2, () -> children(element, inItem));
            case "li", "td", "th" -> apart(name.equals("li") ? 1 : 0, () -> children(element, true));
            case "tr" -> apart(1, () -> cells(element));
            case "dt", "dd" -> apart(1, () -> children(element, inItem));
            default -> children(element, inItem);
        }
    }

    private void apart(int lines, Runnable content) {
        out.atLeastLines(lines);
        content.run();
        out.atLeastLines(lines);
    }

    private void cells(Element row) {
        boolean first = true;
        for (Node cell : row.childNodes()) {
            if (!first) out.tab();
            first = false;
            element((Element) cell, true);
        }
    }

    private void code(Element pre) {
        String language = CodeLanguage.of(pre);
        int start = out.verbatim(pre.wholeText());
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

    private void figure(Element figure, boolean inItem) {
        Element last = figure.lastElementChild();
        caption = last != null && last.nameIs("figcaption") ? orAbsent(last.text()) : null;
        children(figure, inItem);
        caption = null;
    }

    private void image(Element image) {
        images.add(new Image(
                image.attr("src"), orAbsent(image.attr("alt")), caption, orAbsent(image.attr(Sanitiser.FULL_SIZE))));
    }

    private static String orAbsent(String text) {
        return text.isBlank() ? null : text.strip();
    }
}
