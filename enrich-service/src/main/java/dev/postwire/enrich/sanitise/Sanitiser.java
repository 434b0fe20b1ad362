package dev.postwire.enrich.sanitise;

import java.net.URI;
import java.util.Optional;
import org.jsoup.nodes.Element;

/**
 * Leaves only markup of an allow-list, so that the result is inert in any page, makes every address absolute, and gives equal
 * content equal markup, whatever page it came from. What is not allowed goes; the words in it stay. A sanitised tree written as
 * HTML, or as Markdown, and read back sanitises to the same tree. Thread-safe; time is linear in the size of the tree.
 */
public final class Sanitiser {
    /**
     * On a link: it leads to the full size of the image in it. On an image: the address of its full size. For the renderers, which
     * leave it out.
     */
    public static final String FULL_SIZE = "data-full-size";

    /** A clean copy's body; {@code base} is where relative addresses start from. */
    public Element sanitise(Element main, Optional<URI> base) {
        return new Flow(main, new Addresses(base)).rewritten();
    }
}
