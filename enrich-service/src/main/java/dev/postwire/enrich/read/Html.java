package dev.postwire.enrich.read;

import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;

/** HTML to a tree, whatever its state. Nesting beyond the bound is flattened by the parser, so no later step can overflow. */
public final class Html {
    /** Deeper than any page a person wrote; shallow enough for recursion over the tree to be safe. */
    static final int MAX_DEPTH = 256;

    private Html() {}

    public static Document parse(String html) {
        return Parser.htmlParser().setMaxDepth(MAX_DEPTH).parseInput(html, "");
    }
}
