package dev.postwire.enrich.render;

import dev.postwire.enrich.post.EnrichedPost.Image;
import dev.postwire.enrich.sanitise.Sanitiser;
import java.util.ArrayList;
import java.util.List;
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
        List<Image> images = new ArrayList<>();
        for (Element image : body.select("img[src]")) {
            Element figure = image.closest("figure");
            Element caption = figure == null ? null : figure.selectFirst("figcaption");
            Element fullSize = image.closest("a[" + Sanitiser.FULL_SIZE + "]");
            images.add(new Image(
                    image.attr("src"),
                    orAbsent(image.attr("alt")),
                    caption == null ? null : orAbsent(caption.text()),
                    fullSize == null || fullSize.attr("href").equals(image.attr("src"))
                            ? null
                            : fullSize.attr("href")));
        }
        return images;
    }

    private static String orAbsent(String text) {
        return text.isBlank() ? null : text.strip();
    }
}
