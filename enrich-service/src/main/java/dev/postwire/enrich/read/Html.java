package dev.postwire.enrich.read;

import dev.postwire.enrich.post.Reason;
import dev.postwire.enrich.post.UnreadableException;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;

/**
 * HTML to a tree, whatever its state. Nesting beyond the bound is flattened by the parser, so no later step can overflow. The
 * number of elements is bounded too, before and after parsing: an element takes a hundred times the memory of its tag, and some
 * markup makes the parser repeat elements.
 */
public final class Html {
    /** Deeper than any page a person wrote; shallow enough for recursion over the tree to be safe. */
    static final int MAX_DEPTH = 256;
    /** Several times what the largest pages have. */
    static final int MAX_TAGS = 40_000;
    /** Even if the parser repeated each tag within each other one, these would stay below the bound. */
    private static final int FEW_TAGS = 180;

    private Html() {}

    /** Throws {@link UnreadableException} for markup beyond the bounds. */
    public static Document parse(String html) {
        int tags = tags(html);
        if (tags > MAX_TAGS) throw tooComplex(tags + " tags");
        Document document = Parser.htmlParser().setMaxDepth(MAX_DEPTH).parseInput(html, "");
        if (tags < FEW_TAGS) return document;
        long elements = document.stream().limit(MAX_TAGS + 1L).count();
        if (elements > MAX_TAGS) throw tooComplex("tags that make " + elements + " elements or more");
        return document;
    }

    private static UnreadableException tooComplex(String found) {
        return new UnreadableException(Reason.TOO_COMPLEX, found + ", at most " + MAX_TAGS + " are read");
    }

    private static int tags(String html) {
        int tags = 0;
        for (int at = html.indexOf('<'); at >= 0 && at + 1 < html.length(); at = html.indexOf('<', at + 1)) {
            if (Character.isLetter(html.charAt(at + 1))) tags++;
        }
        return tags;
    }
}
