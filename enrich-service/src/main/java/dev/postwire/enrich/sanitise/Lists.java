package dev.postwire.enrich.sanitise;

import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;

/** Whether the items of a list hold words or paragraphs, decided for the list as a whole, as CommonMark does. */
final class Lists {
    private static final Set<String> NAMES = Set.of("ul", "ol");
    private static final int LONGEST_NUMBER = 8;

    private Lists() {}

    static boolean isList(Element element) {
        return NAMES.contains(element.normalName());
    }

    /** An empty list of the same kind, with its first number where that is not 1. */
    static Element of(Element source) {
        boolean ordered = source.normalName().equals("ol");
        Element list = AllowList.element(ordered ? "ol" : "ul");
        String start = source.attr("start");
        boolean number = ordered
                && !start.isEmpty()
                && start.length() <= LONGEST_NUMBER
                && start.chars().allMatch(c -> c >= '0' && c <= '9');
        if (number && Integer.parseInt(start) != 1)
            AllowList.set(list, "start", Integer.toString(Integer.parseInt(start)));
        return list;
    }

    /** Where every item is words with at most one list under them, the words need no paragraph. */
    static void settle(Element list) {
        for (Node item : list.childNodes()) if (!isTight(item)) return;
        for (Node item : list.childNodes()) unwrapFirst((Element) item);
    }

    private static boolean isTight(Node item) {
        Node first = item.firstChild();
        if (item.childNodeSize() == 1) return first.normalName().equals("p") || isList((Element) first);
        // In Markdown, words are followed at once only by a list that counts from 1.
        return item.childNodeSize() == 2
                && first.normalName().equals("p")
                && isList((Element) item.childNode(1))
                && !item.childNode(1).hasAttr("start");
    }

    /** Puts the words of a leading paragraph in its place. */
    static void unwrapFirst(Element item) {
        if (item.firstChild() == null || !item.firstChild().normalName().equals("p")) return;
        Element paragraph = item.child(0);
        List<Node> words = List.copyOf(paragraph.childNodes());
        List<Node> rest = List.copyOf(item.childNodes()).subList(1, item.childNodeSize());
        item.empty();
        paragraph.empty();
        words.forEach(item::appendChild);
        rest.forEach(item::appendChild);
    }
}
