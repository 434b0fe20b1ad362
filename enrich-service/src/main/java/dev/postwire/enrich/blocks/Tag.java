package dev.postwire.enrich.blocks;

import java.util.HashMap;
import java.util.Map;

/** What an element's name says about the text in it. */
enum Tag {
    OTHER,
    INLINE,
    LINK("a"),
    BODY("body"),
    DIV("div"),
    PARAGRAPH("p"),
    ITEM("li"),
    LIST("ul", "ol", "menu", "dir"),
    HEADING_1("h1"),
    HEADING_2("h2"),
    HEADING_3("h3"),
    HEADING_4("h4", "h5", "h6"),
    CELL("td"),
    HEADER_CELL("th"),
    ROW("tr"),
    TABLE("table", "tbody", "thead", "tfoot"),
    CODE("pre"),
    QUOTE("blockquote"),
    TERM("dt"),
    DEFINITION("dd"),
    DEFINITIONS("dl"),
    FIGURE("figure"),
    CAPTION("figcaption", "caption"),
    SECTION("section"),
    ARTICLE("article"),
    MAIN("main"),
    HEADER("header"),
    FOOTER("footer"),
    NAVIGATION("nav"),
    ASIDE("aside"),
    FORM("form", "fieldset"),
    BUTTON("button"),
    DETAILS("details", "summary"),
    ADDRESS("address"),
    NOSCRIPT("noscript"),
    DIALOG("dialog"),
    BREAK("br"),
    IMAGE("img", "picture", "video", "audio"),
    CONTROL("input", "select", "textarea"),
    SKIPPED(
            "script",
            "style",
            "template",
            "svg",
            "math",
            "iframe",
            "object",
            "embed",
            "canvas",
            "option",
            "optgroup",
            "datalist",
            "head",
            "title",
            "meta",
            "link",
            "base",
            "map",
            "progress",
            "meter");

    private static final Map<String, Tag> BY_NAME = new HashMap<>();

    static {
        for (Tag tag : values()) {
            for (String name : tag.names) BY_NAME.put(name, tag);
        }
        String inline =
                "abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr q rp rt ruby s samp"
                        + " small span strike strong sub sup time tt u var wbr";
        for (String name : inline.split(" ")) BY_NAME.put(name, INLINE);
    }

    private final String[] names;

    Tag(String... names) {
        this.names = names;
    }

    /** @param name in lower case; an unknown element is a block of its own */
    static Tag of(String name) {
        return BY_NAME.getOrDefault(name, OTHER);
    }

    boolean isHeading() {
        return ordinal() >= HEADING_1.ordinal() && ordinal() <= HEADING_4.ordinal();
    }

    /** Whether it parts the words before and in it. */
    boolean isBlock() {
        return this != INLINE && this != LINK && this != BREAK && this != IMAGE;
    }
}
