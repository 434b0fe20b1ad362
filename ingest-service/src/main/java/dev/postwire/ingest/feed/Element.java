package dev.postwire.ingest.feed;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** An element of a feed with all that is in it. Names are looked for in lower case, with the usual prefix of their namespace. */
final class Element {
    private final String tag;
    private final String name;
    private final Map<String, String> attributes;
    private final Element parent;
    private List<Object> children = List.of();

    /**
     * @param tag as it was written, prefix and all
     * @param name as it is looked for, e.g. {@code dc:date}, or {@code title} for what belongs to the feed's own language
     * @param attributes under the names they were written with
     * @param parent null for the root
     */
    Element(String tag, String name, Map<String, String> attributes, Element parent) {
        this.tag = tag;
        this.name = name;
        this.attributes = attributes;
        this.parent = parent;
    }

    String tag() {
        return tag;
    }

    String name() {
        return name;
    }

    Map<String, String> attributes() {
        return attributes;
    }

    /** The next text or element that is in this one. */
    void add(Object child) {
        if (children.isEmpty()) children = new ArrayList<>();
        children.add(child);
    }

    /** Texts and elements, in their order. */
    List<Object> children() {
        return children;
    }

    /** The attribute of that name, whatever its prefix and however it is written; empty where it is missing or blank. */
    Optional<String> attribute(String local) {
        for (Map.Entry<String, String> attribute : attributes.entrySet()) {
            String written = attribute.getKey().toLowerCase(Locale.ROOT);
            if (written.substring(written.indexOf(':') + 1).equals(local)) {
                return Optional.of(attribute.getValue().strip()).filter(value -> !value.isEmpty());
            }
        }
        return Optional.empty();
    }

    /** The value of an {@code xml:} attribute of this element or the nearest around it that has it, be it blank. */
    Optional<String> inherited(String attribute) {
        for (Element element = this; element != null; element = element.parent) {
            String value = element.attributes.get(attribute);
            if (value != null) return Optional.of(value.strip());
        }
        return Optional.empty();
    }

    Optional<Element> parent() {
        return Optional.ofNullable(parent);
    }

    /** The elements directly in this one that have one of these names. */
    List<Element> all(String... names) {
        List<Element> found = new ArrayList<>();
        for (String wanted : names) {
            for (Object child : children) {
                if (child instanceof Element element && element.name.equals(wanted)) found.add(element);
            }
        }
        return found;
    }

    /** The first of them that has something in it, earlier names first. */
    Optional<Element> first(String... names) {
        return all(names).stream().filter(Element::hasContent).findFirst();
    }

    /** The text in this element and in all within, without the blanks around it. */
    String text() {
        StringBuilder text = new StringBuilder();
        append(text, this);
        return text.toString().strip();
    }

    boolean hasMarkup() {
        return children.stream().anyMatch(Element.class::isInstance);
    }

    private boolean hasContent() {
        return hasMarkup() || !text().isEmpty();
    }

    // As deep as the reader lets them nest.
    private static void append(StringBuilder text, Element element) {
        for (Object child : element.children) {
            if (child instanceof Element inner) append(text, inner);
            else text.append(child);
        }
    }
}
