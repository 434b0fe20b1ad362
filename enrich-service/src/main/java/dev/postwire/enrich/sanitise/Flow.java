package dev.postwire.enrich.sanitise;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * Makes the flow of a clean tree plain: no grouping elements, every loose run of words in a paragraph, nothing empty. Equal
 * content then has equal markup, whatever page it came from.
 */
final class Flow {
    static final Set<String> BLOCKS = Set.of(
            "blockquote",
            "dd",
            "div",
            "dl",
            "dt",
            "figcaption",
            "figure",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "hr",
            "li",
            "ol",
            "p",
            "pre",
            "table",
            "tbody",
            "td",
            "tfoot",
            "th",
            "thead",
            "tr",
            "ul",
            "caption");
    /** Where loose words become paragraphs. */
    private static final Set<String> PARAGRAPH_HOLDERS = Set.of("body", "div", "blockquote");
    /** Where words stand by themselves unless there are blocks beside them. */
    private static final Set<String> ITEMS = Set.of("li", "dd", "td", "th", "figcaption");

    private static final Set<String> VOID = Set.of("br", "hr", "img", "input");

    private Flow() {}

    static void normalise(Element container) {
        List.copyOf(container.children()).forEach(Flow::normalise);
        liftBlocks(container);
        String name = container.normalName();
        boolean wraps = PARAGRAPH_HOLDERS.contains(name) || (ITEMS.contains(name) && hasBlock(container));
        if (wraps) wrapLooseRuns(container);
        for (Element child : List.copyOf(container.children())) {
            if (child.normalName().equals("div")) child.unwrap();
            else if (isEmpty(child)) child.remove();
        }
    }

    /** A paragraph or a link that holds blocks is no paragraph or link any more. */
    private static void liftBlocks(Element container) {
        for (Element child : List.copyOf(container.children())) {
            if (!isBlock(child) && !child.normalName().equals("a") && hasBlock(child)) child.tagName("div");
            if (child.normalName().equals("p") && hasBlock(child)) child.tagName("div");
            if (child.normalName().equals("a") && hasBlock(child)) child.unwrap();
            if (child.normalName().equals("div")) wrapLooseRuns(child);
        }
    }

    private static void wrapLooseRuns(Element container) {
        List<Node> run = new ArrayList<>();
        for (Node node : List.copyOf(container.childNodes())) {
            if (node instanceof Element element && isBlock(element)) {
                wrap(run);
                run.clear();
            } else {
                run.add(node);
            }
        }
        wrap(run);
    }

    private static void wrap(List<Node> run) {
        boolean shows = run.stream()
                .anyMatch(node -> node instanceof Element e
                        ? !isEmpty(e)
                        : !node.outerHtml().isBlank());
        if (!shows) {
            run.forEach(Node::remove);
            return;
        }
        Element paragraph = new Element("p");
        run.get(0).before(paragraph);
        run.forEach(paragraph::appendChild);
    }

    static boolean isBlock(Element element) {
        return BLOCKS.contains(element.normalName());
    }

    private static boolean hasBlock(Element element) {
        return element.children().stream().anyMatch(Flow::isBlock);
    }

    private static boolean isEmpty(Element element) {
        if (VOID.contains(element.normalName())
                || element.normalName().equals("td")
                || element.normalName().equals("th")) {
            return false;
        }
        for (Node node : element.childNodes()) {
            if (node instanceof TextNode text ? !text.isBlank() : node instanceof Element) return false;
        }
        return true;
    }
}
