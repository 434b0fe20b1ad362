package dev.postwire.enrich.read;

import java.util.Deque;
import org.jsoup.nodes.Element;

/** Where an element stands as written: neither closes one that is open nor is moved elsewhere, by HTML's rules for a body. */
final class Placement {
    private Placement() {}

    /** @param open the elements it would stand in, the innermost first */
    static boolean fits(String name, PlainMarkup.Kind kind, Deque<Element> open) {
        return switch (kind) {
            case PHRASE -> !name.equals("a") || !isWithin("a", open);
            case VOID, RAW -> true;
            case ITEM -> isListOf(name, open.peek().normalName());
            case HEADING -> fitsBlock(open);
            case BLOCK, RULE, CODE_BLOCK -> !isWithin("p", open);
        };
    }

    /** Whether any block does: it would close a paragraph, and a heading another. */
    static boolean fitsBlock(Deque<Element> open) {
        return !isWithin("p", open) && !isHeading(open.peek().normalName());
    }

    static boolean isWithin(String name, Deque<Element> open) {
        for (Element element : open) if (element.normalName().equals(name)) return true;
        return false;
    }

    private static boolean isListOf(String item, String list) {
        return item.equals("li") ? list.equals("ul") || list.equals("ol") : list.equals("dl");
    }

    private static boolean isHeading(String name) {
        return name.length() == 2 && name.charAt(0) == 'h' && Character.isDigit(name.charAt(1));
    }
}
