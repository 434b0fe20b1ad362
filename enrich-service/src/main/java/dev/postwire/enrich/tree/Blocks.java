package dev.postwire.enrich.tree;

import java.util.Set;
import org.jsoup.nodes.Element;

/** Which elements stand on lines of their own, whatever is around them. */
public final class Blocks {
    private static final Set<String> NAMES = Set.of(
            "blockquote",
            "caption",
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
            "ul");

    private Blocks() {}

    public static boolean isBlock(Element element) {
        return isBlock(element.normalName());
    }

    /** @param name in lower case */
    public static boolean isBlock(String name) {
        return NAMES.contains(name);
    }
}
