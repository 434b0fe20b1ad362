package dev.postwire.enrich.blocks;

import java.util.Map;
import org.jsoup.nodes.Attribute;

/** What an element says it is, by ARIA roles, schema.org types and properties, and by being hidden. */
enum Role {
    HIDDEN,
    NAVIGATION,
    FRAME,
    BODY_TEXT,
    MAIN,
    ARTICLE,
    DIALOG,
    COMMENT,
    BUTTON;

    private static final Map<String, Role> ARIA = Map.ofEntries(
            Map.entry("navigation", NAVIGATION),
            Map.entry("menu", NAVIGATION),
            Map.entry("menubar", NAVIGATION),
            Map.entry("menuitem", NAVIGATION),
            Map.entry("tablist", NAVIGATION),
            Map.entry("tab", NAVIGATION),
            Map.entry("toolbar", NAVIGATION),
            Map.entry("banner", FRAME),
            Map.entry("contentinfo", FRAME),
            Map.entry("complementary", FRAME),
            Map.entry("search", FRAME),
            Map.entry("main", MAIN),
            Map.entry("article", ARTICLE),
            Map.entry("dialog", DIALOG),
            Map.entry("alertdialog", DIALOG),
            Map.entry("alert", DIALOG),
            Map.entry("button", BUTTON));
    private static final Map<String, Role> TYPES = Map.of(
            "Comment", COMMENT,
            "WPHeader", FRAME,
            "WPFooter", FRAME,
            "WPSideBar", FRAME,
            "SiteNavigationElement", NAVIGATION);

    int bit() {
        return 1 << ordinal();
    }

    /** Quickly: whether an attribute of that name may say something of its element, a name of it included. Most do not. */
    static boolean mayTell(String name) {
        return switch (name.length()) {
            case 2 -> name.charAt(0) == 'i';
            case 4 -> name.charAt(0) == 'r';
            case 5 -> name.charAt(0) == 'c' || name.charAt(0) == 's';
            case 6, 8, 11 -> true;
            default -> false;
        };
    }

    /** The bits that one attribute gives its element. */
    static int bits(Attribute attribute) {
        String value = attribute.getValue();
        return switch (attribute.getKey()) {
            case "hidden" -> HIDDEN.bit();
            case "aria-hidden" -> value.equals("true") ? HIDDEN.bit() : 0;
            case "style" -> hides(value) ? HIDDEN.bit() : 0;
            case "role" -> bit(ARIA.get(value));
            case "itemprop" -> {
                if (value.contains("articleBody") || value.contains("text") || value.equals("description"))
                    yield BODY_TEXT.bit();
                yield value.contains("comment") ? COMMENT.bit() : 0;
            }
            case "itemtype" -> bit(TYPES.get(value.substring(value.lastIndexOf('/') + 1)));
            default -> 0;
        };
    }

    private static int bit(Role role) {
        return role == null ? 0 : role.bit();
    }

    private static boolean hides(String style) {
        int display = style.indexOf("display");
        if (display < 0) return false;
        int colon = style.indexOf(':', display);
        return colon > 0 && style.startsWith("none", colon + 1) || colon > 0 && style.startsWith(" none", colon + 1);
    }
}
