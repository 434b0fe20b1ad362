package dev.postwire.enrich.metadata;

import org.jsoup.nodes.Element;

/**
 * An element that holds visible text, and where it stands.
 *
 * @param from the number of text pieces of the page before it
 * @param to the number of text pieces up to its end
 * @param place bits of {@link Place}: what it stands in
 * @param article the innermost {@code article} around it; null for none
 * @param words what its own names say, bits of {@link ClassWords}
 */
record Spot(Element element, int from, int to, int place, Element article, int words) {
    boolean says(int word) {
        return (words & word) != 0;
    }

    boolean isIn(int places) {
        return (place & places) != 0;
    }

    String attribute(String name) {
        return element.attributesSize() == 0 ? "" : element.attributes().get(name);
    }

    boolean isEmpty() {
        return from >= to;
    }
}
