package dev.postwire.enrich.render;

import org.jsoup.nodes.Element;

/** The language of a block of code, named in its class as CommonMark names it. */
final class CodeLanguage {
    private static final String PREFIX = "language-";

    private CodeLanguage() {}

    /** Empty where none is named. */
    static String of(Element pre) {
        String name = pre.childrenSize() == 0 ? "" : pre.child(0).attr("class");
        return name.startsWith(PREFIX) ? name.substring(PREFIX.length()) : "";
    }
}
