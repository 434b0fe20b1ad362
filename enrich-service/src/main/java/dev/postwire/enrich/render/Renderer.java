package dev.postwire.enrich.render;

import org.jsoup.nodes.Element;

/** Renders a sanitised tree and leaves it as it is. Thread-safe; time is linear in the size of the tree. */
public final class Renderer {
    public Rendering render(Element body) {
        TextRenderer text = TextRenderer.render(body);
        return new Rendering(
                HtmlWriter.contentOf(body),
                MarkdownRenderer.render(body),
                text.text(),
                text.outline(),
                text.images(),
                text.links(),
                text.codeBlocks());
    }
}
