package dev.postwire.enrich.sanitise;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.jsoup.parser.ParseSettings;
import org.jsoup.parser.Tag;
import org.jsoup.safety.Safelist;

/**
 * The only way into a clean tree: elements and attributes are made here and nowhere else, and what jsoup's {@link Safelist} does
 * not allow is not made. A tree written so needs no cleaning afterwards. Thread-safe.
 */
final class AllowList {
    private static final List<String> NAMES = List.of(
            ("a abbr blockquote br caption cite code dd del dfn dl dt em figcaption figure h1 h2 h3 h4 h5 h6 hr img input ins kbd"
                            + " li mark ol p pre q rp rt ruby samp small strong sub sup table tbody td th thead tr u ul var")
                    .split(" "));

    private static final Safelist RULES = new Safelist()
            .addTags(NAMES.toArray(String[]::new))
            .addAttributes("a", "href", "title")
            .addAttributes("img", "src", "alt", "title", Sanitiser.FULL_SIZE)
            .addAttributes("code", "class")
            .addAttributes("ol", "start")
            .addAttributes("input", "type", "checked", "disabled")
            .addAttributes("td", "colspan", "rowspan", "align")
            .addAttributes("th", "colspan", "rowspan", "align")
            .addProtocols("a", "href", "http", "https", "mailto", "tel")
            .addProtocols("img", "src", "http", "https")
            .addProtocols("img", Sanitiser.FULL_SIZE, "http", "https");

    private static final List<String> ATTRIBUTES = List.of(
            "href",
            "title",
            "src",
            "alt",
            "class",
            "start",
            "type",
            "checked",
            "disabled",
            "colspan",
            "rowspan",
            "align",
            Sanitiser.FULL_SIZE);
    private static final List<String> ADDRESSES = List.of("http", "https", "mailto", "tel");
    /** Stands for the values of an attribute that is no address. */
    private static final String ANY = "*";

    private static final Map<String, Tag> TAGS = tags();
    private static final Map<String, Map<String, Set<String>>> PROTOCOLS = protocols();

    private AllowList() {}

    private static Map<String, Tag> tags() {
        Map<String, Tag> tags = new HashMap<>();
        for (String name : NAMES) {
            if (RULES.isSafeTag(name)) tags.put(name, Tag.valueOf(name, ParseSettings.htmlDefault));
        }
        return Map.copyOf(tags);
    }

    /** A new element. Throws {@link IllegalArgumentException} for a name that is not allowed: only our own code names elements. */
    static Element element(String name) {
        Tag tag = TAGS.get(name);
        if (tag == null) throw new IllegalArgumentException("not allowed: " + name);
        return new Element(tag, "");
    }

    /**
     * Gives the element the attribute unless the rules forbid it; answers whether it did. Where the rules name protocols the value
     * must be an absolute address of one of them.
     */
    static boolean set(Element element, String name, String value) {
        Set<String> protocols =
                PROTOCOLS.getOrDefault(element.normalName(), Map.of()).get(name);
        boolean safe = protocols != null && (protocols.contains(ANY) || protocols.contains(protocol(value)));
        if (safe) element.attributes().put(name, value);
        return safe;
    }

    private static String protocol(String value) {
        return value.substring(0, Math.max(0, value.indexOf(':')));
    }

    /** The rules asked once for each attribute and protocol: to ask for each address parses it each time. */
    private static Map<String, Map<String, Set<String>>> protocols() {
        Map<String, Map<String, Set<String>>> protocols = new HashMap<>();
        for (String name : NAMES) {
            for (String attribute : ATTRIBUTES) {
                Set<String> safe = new HashSet<>();
                if (isSafe(name, attribute, "")) safe.add(ANY);
                for (String protocol : ADDRESSES) {
                    if (isSafe(name, attribute, protocol + "://x.example")) safe.add(protocol);
                }
                if (!safe.isEmpty())
                    protocols.computeIfAbsent(name, n -> new HashMap<>()).put(attribute, safe);
            }
        }
        return protocols;
    }

    private static boolean isSafe(String name, String attribute, String value) {
        Element element = element(name).attr(attribute, value);
        return RULES.isSafeAttribute(name, element, new Attribute(attribute, value));
    }
}
