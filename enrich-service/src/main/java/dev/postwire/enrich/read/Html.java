package dev.postwire.enrich.read;

import dev.postwire.enrich.post.Reason;
import dev.postwire.enrich.post.UnreadableException;
import dev.postwire.enrich.post.Warning;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/**
 * HTML to a tree, whatever its state. Nesting beyond the bound is flattened by the parser, so no later step can overflow. The
 * number of elements is bounded too, before and after parsing: an element takes a hundred times the memory of its tag, and some
 * markup makes the parser repeat elements.
 */
public final class Html {
    /** Deeper than any page a person wrote; shallow enough for recursion over the tree to be safe. */
    static final int MAX_DEPTH = 256;
    /** Twice what the largest of 1,447 pages from all over the web has. Of what comes after them only the words are read. */
    static final int MAX_TAGS = 20_000;
    /** More than the tags, for what they imply: a row of a table is in its body. */
    static final int MAX_ELEMENTS = 30_000;
    /** Even if the parser repeated each tag within each other one, these would stay below the bound. */
    private static final int FEW_TAGS = 170;

    private Html() {}

    /** As {@link #parse(String, List)}, for where nobody asks what was odd. */
    public static Document parse(String html) {
        return parse(html, new java.util.ArrayList<>());
    }

    /**
     * Adds what was odd to {@code warnings}. Throws {@link UnreadableException} for markup of which the parser makes more elements
     * than are read.
     */
    static Document parse(String html, List<Warning> warnings) {
        int end = 0;
        int tags = 0;
        for (int at = html.indexOf('<'); at >= 0 && at + 1 < html.length(); at = html.indexOf('<', at + 1)) {
            if (!Character.isLetter(html.charAt(at + 1))) continue;
            end = at;
            if (tags == MAX_TAGS) return parseStart(html, end, warnings);
            tags++;
        }
        Document document = tree(html);
        if (tags >= FEW_TAGS) checkElements(document);
        return document;
    }

    private static Document parseStart(String html, int end, List<Warning> warnings) {
        warnings.add(new Warning(
                "markup-bounded", "of what comes after the first " + MAX_TAGS + " tags only words were read"));
        Document document = tree(html.substring(0, end));
        checkElements(document);
        String words = WordsOfMarkup.of(html, end);
        if (!words.isBlank()) document.body().appendElement("p").appendText(words);
        return document;
    }

    private static Document tree(String html) {
        return Parser.htmlParser().setMaxDepth(MAX_DEPTH).parseInput(html, "");
    }

    private static void checkElements(Document document) {
        if (elements(document, 1) <= MAX_ELEMENTS) return;
        throw new UnreadableException(
                Reason.TOO_COMPLEX,
                "its tags make more than " + MAX_ELEMENTS + " elements, which is as many as are read");
    }

    /** The elements in the parent, and those before; counts no further than to one too many. */
    private static int elements(Element parent, int before) {
        int count = before;
        for (int i = 0, size = parent.childNodeSize(); i < size && count <= MAX_ELEMENTS; i++) {
            if (parent.childNode(i) instanceof Element element) count = elements(element, count + 1);
        }
        return count;
    }
}
