package dev.postwire.enrich.metadata;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Attributes;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/**
 * Where the elements of a page stand and what their names say, found out for those that are asked for and kept: most of a page is
 * never asked for.
 */
final class Surroundings {
    private static final int MARKS =
            ClassWords.AUTHOR | ClassWords.BYLINE | ClassWords.USER | ClassWords.DATE | ClassWords.UPDATED;

    private static final int RECENT_MARKS = 16;

    private final List<TextNode> pieces;
    private final Map<Element, Known> known = new IdentityHashMap<>();

    Surroundings(List<TextNode> pieces) {
        this.pieces = pieces;
    }

    /** @param inside the place of what stands in it */
    private record Known(int words, int inside, Element article) {}

    Spot spot(PageScan.Range range) {
        return spot(range.element(), range.from(), range.to());
    }

    private Spot spot(Element element, int from, int to) {
        Known it = known(element);
        return new Spot(element, from, to, it.inside(), it.article(), it.words());
    }

    private Known known(Element element) {
        Known found = known.get(element);
        if (found == null) {
            found = learn(element);
            known.put(element, found);
        }
        return found;
    }

    private Known learn(Element element) {
        Element parent = element.parent();
        Known outer = parent == null ? new Known(0, 0, null) : known(parent);
        String tag = element.normalName();
        int words = 0;
        if (element.attributesSize() > 0) {
            words = ClassWords.of(element.attributes().get("class"))
                    | ClassWords.of(element.attributes().get("id"));
        }
        int inside = Place.inside(outer.inside(), tag, words);
        return new Known(words, inside, tag.equals("article") ? element : outer.article());
    }

    /**
     * The elements right around the pieces from {@code first} up to {@code end} that are named or marked for an author or a day,
     * inner ones before outer ones.
     *
     * @param levels how many elements around each piece
     */
    List<Spot> marked(int first, int end, int levels) {
        List<Mark> marks = new ArrayList<>();
        Element[] last = new Element[levels];
        Mark[] lastMarks = new Mark[levels];
        for (int i = first; i < end; i++) {
            Element[] chain = new Element[levels];
            Mark[] chainMarks = new Mark[levels];
            Element element = pieces.get(i).parent();
            for (int level = 0; level < levels && element != null; level++, element = element.parent()) {
                int seen = indexOf(last, element);
                Mark mark = seen >= 0 ? lastMarks[seen] : isMarked(element) ? mark(marks, element, i) : null;
                if (mark != null) mark.to = i + 1;
                chain[level] = element;
                chainMarks[level] = mark;
            }
            last = chain;
            lastMarks = chainMarks;
        }
        return marks.stream()
                .map(mark -> spot(mark.element, mark.from, mark.to))
                .toList();
    }

    /** A marked element while the pieces it holds are counted. */
    private static final class Mark {
        private final Element element;
        private final int from;
        private int to;

        Mark(Element element, int from) {
            this.element = element;
            this.from = from;
        }
    }

    private static int indexOf(Element[] elements, Element element) {
        for (int i = 0; i < elements.length; i++) if (elements[i] == element) return i;
        return -1;
    }

    /** The mark of the element, which may have been left for one nested deeper and come back to. */
    private static Mark mark(List<Mark> marks, Element element, int piece) {
        for (int i = marks.size() - 1; i >= Math.max(0, marks.size() - RECENT_MARKS); i--) {
            if (marks.get(i).element == element) return marks.get(i);
        }
        Mark mark = new Mark(element, piece);
        marks.add(mark);
        return mark;
    }

    private static boolean isMarked(Element element) {
        if (element.attributesSize() == 0) return false;
        Attributes attributes = element.attributes();
        if ((ClassWords.of(attributes.get("class")) & MARKS) != 0) return true;
        if (element.normalName().equals("a")) {
            String href = attributes.get("href");
            if (href.contains("/author/") || href.contains("/authors/")) return true;
            if (attributes.get("rel").contains("author")) return true;
        }
        return switch (attributes.get("itemprop")) {
            case "author", "creator", "datePublished", "dateCreated", "dateModified", "uploadDate" -> true;
            default -> false;
        };
    }
}
