package dev.postwire.enrich.sanitise;

import java.util.HashMap;
import java.util.Map;

/** What an element of the input is to its reader, whatever it is called. */
enum Kind {
    /** Its edges matter, its name does not. */
    GROUP,
    HEADING,
    LIST,
    ITEM,
    QUOTE,
    CODE_BLOCK,
    RULE,
    TABLE,
    FIGURE,
    DEFINITIONS,
    /** A part of a table, a figure or a list of definitions; by itself a group. */
    PART,
    LINK,
    /** Says how the words in it are meant. */
    FORMAT,
    CODE,
    BREAK,
    IMAGE,
    PICTURE,
    BOX,
    /** Stands in for images where scripts do not run. */
    FALLBACK,
    /** Neither it nor what is in it is read. */
    GONE,
    /** Says nothing; what is in it stays. */
    NOTHING;

    private static final Map<String, Kind> KINDS = new HashMap<>();

    static {
        put(
                GROUP,
                "p div section article main header footer address center fieldset form details summary hgroup aside nav body"
                        + " html legend search dialog");
        put(HEADING, "h1 h2 h3 h4 h5 h6");
        put(LIST, "ul ol menu dir");
        put(ITEM, "li");
        put(QUOTE, "blockquote");
        put(CODE_BLOCK, "pre listing xmp");
        put(RULE, "hr");
        put(TABLE, "table");
        put(FIGURE, "figure");
        put(DEFINITIONS, "dl");
        put(PART, "figcaption caption thead tbody tfoot tr td th dt dd");
        put(LINK, "a");
        put(
                FORMAT,
                "strong b em i del s strike ins mark u kbd samp var cite dfn abbr q small sub sup ruby rt rp acronym");
        put(CODE, "code tt");
        put(BREAK, "br");
        put(IMAGE, "img");
        put(PICTURE, "picture");
        put(BOX, "input");
        put(FALLBACK, "noscript");
        put(
                GONE,
                "script style template svg iframe object embed canvas select textarea head title meta link base noembed"
                        + " noframes applet audio video datalist option optgroup param source track map area frameset colgroup col annotation annotation-xml");
    }

    private static void put(Kind kind, String names) {
        for (String name : names.split(" ")) KINDS.put(name, kind);
    }

    /** @param name in lower case */
    static Kind of(String name) {
        return KINDS.getOrDefault(name, NOTHING);
    }

    /** Whether it cannot stand among words: a heading or a caption that holds one was never closed, or is none. */
    boolean endsWords() {
        return switch (this) {
            case HEADING, LIST, ITEM, QUOTE, CODE_BLOCK, RULE, TABLE, FIGURE, DEFINITIONS, PART -> true;
            default -> false;
        };
    }
}
