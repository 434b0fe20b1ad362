package dev.postwire.enrich.extract;

import dev.postwire.enrich.sanitise.Sanitiser;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.Evaluator;
import org.jsoup.select.Selector;

/**
 * Finds an image's full-size version: the image file that a link around it leads to, or a bracketed "(Large version)" link in its
 * caption, which is no part of what the caption says and so moves from the caption to around the image.
 */
final class Figures {
    /** Marks a link as leading to the full size of the image in it. */
    private static final String FULL_SIZE = Sanitiser.FULL_SIZE;

    private static final Pattern LARGER =
            Pattern.compile("(?iU)\\b(?:larger?|full|bigger|original|high[- ]?res\\w*|zoom|enlarge|"
                    + "groß\\w*|größer\\w*|vergrößer\\w*|originalgröße|grande?|agrandir|ampliar)\\b|拡大|大图|大圖");
    private static final Pattern IMAGE_FILE =
            Pattern.compile("(?i)\\.(?:jpe?g|png|gif|webp|avif|svg|tiff?)(?:[?#].*)?$");
    private static final Pattern OPENING = Pattern.compile("[(（\\[]\\s*$");
    private static final Pattern CLOSING = Pattern.compile("^\\s*[)）\\]]");

    // Parsed once: to parse a selector takes longer than to look for it in a figure.
    private static final Evaluator IMAGE = Selector.evaluatorOf("img");
    private static final Evaluator LINK = Selector.evaluatorOf("a[href]");

    private Figures() {}

    static void findFullSizes(Element root) {
        List<Element> links = new ArrayList<>();
        List<Element> figures = new ArrayList<>();
        root.traverse((node, depth) -> {
            if (!(node instanceof Element element)) return;
            if (element.nameIs("a") && element.hasAttr("href")) links.add(element);
            else if (element.nameIs("figure")) figures.add(element);
        });
        for (Element link : links) markFullSize(link);
        for (Element figure : figures) {
            Element image = figure.selectFirst(IMAGE);
            if (image != null && image.closest(LINK) == null && figure.selectFirst(LINK) != null) {
                takeFromCaption(figure)
                        .ifPresent(href ->
                                image.wrap("<a " + FULL_SIZE + "></a>").parent().attr("href", href));
            }
        }
    }

    private static void markFullSize(Element link) {
        String href = link.attr("href");
        boolean file = href.indexOf('.') >= 0 && IMAGE_FILE.matcher(href).find();
        if (file && link.selectFirst(IMAGE) != null) link.attr(FULL_SIZE, true);
    }

    private static Optional<String> takeFromCaption(Element figure) {
        for (Element link : figure.select("figcaption a[href]")) {
            if (link.previousSibling() instanceof TextNode before
                    && link.nextSibling() instanceof TextNode after
                    && OPENING.matcher(before.getWholeText()).find()
                    && CLOSING.matcher(after.getWholeText()).find()
                    && LARGER.matcher(link.text()).find()) {
                before.text(
                        OPENING.matcher(before.getWholeText()).replaceFirst("").stripTrailing());
                after.text(CLOSING.matcher(after.getWholeText()).replaceFirst(""));
                ((Node) link).remove();
                return Optional.of(link.attr("href"));
            }
        }
        return Optional.empty();
    }
}
