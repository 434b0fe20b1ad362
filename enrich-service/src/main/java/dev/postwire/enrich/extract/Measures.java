package dev.postwire.enrich.extract;

import java.util.IdentityHashMap;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** How much of what every element of a tree holds, counted in one pass: to ask each for its text costs its depth again. */
final class Measures {
    private static final Measure NOTHING = new Measure();

    private final Map<Element, Measure> byElement = new IdentityHashMap<>();

    private Measures() {}

    static Measures of(Element root) {
        Measures measures = new Measures();
        measures.measure(root, false);
        return measures;
    }

    /** What one element holds, all that is in it included; lengths in characters, without white space at the edges. */
    static final class Measure {
        private int text;
        private int linked;
        private int links;
        private int paragraphs;
        private boolean main;

        int text() {
            return text;
        }

        int links() {
            return links;
        }

        /** Elements that only prose or pictures have: {@code p}, {@code pre}, {@code figure}. */
        int paragraphs() {
            return paragraphs;
        }

        /** Whether an element in it says that it is the main content. */
        boolean holdsMain() {
            return main;
        }

        /** The share of the text that stands in links. */
        double linkDensity() {
            return linked / (double) Math.max(1, text);
        }
    }

    /** Nothing for an element that was not in the tree. */
    Measure at(Element element) {
        return byElement.getOrDefault(element, NOTHING);
    }

    private Measure measure(Element element, boolean inLink) {
        Measure sum = new Measure();
        for (Node node : element.childNodes()) {
            if (node instanceof TextNode text) {
                int length = text.getWholeText().strip().length();
                sum.text += length;
                if (inLink) sum.linked += length;
            } else if (node instanceof Element child) {
                add(sum, child, measure(child, inLink || child.normalName().equals("a")));
            }
        }
        byElement.put(element, sum);
        return sum;
    }

    private static void add(Measure sum, Element child, Measure measure) {
        sum.text += measure.text;
        sum.linked += measure.linked;
        sum.links += measure.links;
        sum.paragraphs += measure.paragraphs;
        sum.main |= measure.main;
        switch (child.normalName()) {
            case "a" -> sum.links++;
            case "p", "pre", "figure" -> sum.paragraphs++;
            case "article", "main" -> sum.main = true;
            default -> sum.main |= child.attr("itemprop").contains("articleBody");
        }
    }
}
