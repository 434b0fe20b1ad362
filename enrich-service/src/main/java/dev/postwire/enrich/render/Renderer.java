package dev.postwire.enrich.render;

import dev.postwire.enrich.post.EnrichedPost.Image;
import dev.postwire.enrich.sanitise.Sanitiser;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Renders a sanitised tree. Thread-safe; takes the tree's marks off. */
public final class Renderer {
    public Rendering render(Element body) {
        List<Image> images = images(body);
        body.select("[" + Sanitiser.FULL_SIZE + "]").removeAttr(Sanitiser.FULL_SIZE);
        Document document = body.ownerDocument();
        if (document != null) document.outputSettings().prettyPrint(false);
        TextRenderer text = TextRenderer.render(body);
        return new Rendering(
                body.html().strip(),
                new MarkdownRenderer().render(body),
                text.text(),
                text.outline(),
                images,
                text.links(),
                text.codeBlocks());
    }

    private static List<Image> images(Element body) {
        Map<Element, String> captions = new IdentityHashMap<>();
        List<Image> images = new ArrayList<>();
        for (Element image : body.select("img[src]")) {
            Element figure = enclosing(image, "figure");
            Element link = enclosing(image, "a");
            boolean fullSize = link != null
                    && link.hasAttr(Sanitiser.FULL_SIZE)
                    && !link.attr("href").equals(image.attr("src"));
            images.add(new Image(
                    image.attr("src"),
                    orAbsent(image.attr("alt")),
                    figure == null ? null : orAbsent(captions.computeIfAbsent(figure, Renderer::caption)),
                    fullSize ? link.attr("href") : null));
        }
        return images;
    }

    private static Element enclosing(Element element, String name) {
        Element around = element.parent();
        while (around != null && !around.normalName().equals(name)) around = around.parent();
        return around;
    }

    private static String caption(Element figure) {
        Element caption = figure.selectFirst("figcaption");
        return caption == null ? "" : caption.text();
    }

    private static String orAbsent(String text) {
        return text.isBlank() ? null : text.strip();
    }
}
