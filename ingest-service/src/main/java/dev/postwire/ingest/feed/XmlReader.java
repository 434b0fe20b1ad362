package dev.postwire.ingest.feed;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Reads XML as feeds have it. What is often wrong and harmless is taken: names of characters nobody declared, an ampersand that
 * stands for itself, a prefix without a namespace, control characters. What shows that something is missing is not: elements that do
 * not nest, tags that do not end, an end in the middle. No document type is followed, no external entity exists, and none that is
 * declared within may hold another. Takes linear time; depth, number of elements and what declared names add are bounded, and room is
 * asked for what the length of the text does not tell.
 */
final class XmlReader {
    private static final int MOST_DEPTH = 200;
    private static final int MOST_ELEMENTS = 200_000;
    private static final int MOST_ATTRIBUTES = 200;

    // Objects, their tables and the headers of their strings; characters count with the text.
    private static final int ELEMENT_BYTES = 200;
    private static final int ATTRIBUTE_BYTES = 160;
    private static final int TEXT_BYTES = 64;

    private final String text;
    private final Room room;
    private final Declared declared;
    private final List<Map<String, String>> scopes = new ArrayList<>();
    private Element root;
    private Element open;
    private String ownPrefix;
    private int at;
    private int elements;

    private XmlReader(String text, Room room) {
        this.text = text;
        this.room = room;
        this.declared = new Declared(text, room);
    }

    static Element read(String text, Room room) throws MalformedFeedException {
        return new XmlReader(text, room).read();
    }

    private Element read() throws MalformedFeedException {
        while (at < text.length()) {
            int tag = text.indexOf('<', at);
            int end = tag < 0 ? text.length() : tag;
            characters(at, end, true);
            at = end;
            if (tag >= 0) markup();
        }
        if (open != null) throw fault("ends before its elements do", at);
        if (root == null) throw fault("has no element", 0);
        return root;
    }

    private void characters(int start, int end, boolean references) throws MalformedFeedException {
        if (start == end) return;
        String raw = text.substring(start, end);
        if (open == null) {
            if (root == null && raw.isBlank()) return;
            // After its end a feed may have rubbish of the server's; before its beginning it is no feed.
            if (root == null) throw fault("is neither XML nor JSON", at);
            return;
        }
        room.take(TEXT_BYTES);
        open.add(printable(references ? resolved(raw, start) : raw));
    }

    private void markup() throws MalformedFeedException {
        if (text.startsWith("<!--", at)) at = after("-->", at + 4);
        else if (text.startsWith("<![CDATA[", at)) characterData();
        else if (text.startsWith("<?", at)) at = after("?>", at + 2);
        else if (text.startsWith("<!", at)) at = new DocumentType(text, declared).end(at);
        else if (text.startsWith("</", at)) endTag();
        else startTag();
    }

    private void characterData() throws MalformedFeedException {
        int end = after("]]>", at);
        characters(at + 9, end - 3, false);
        at = end;
    }

    private void endTag() throws MalformedFeedException {
        int end = after(">", at);
        String tag = text.substring(at + 2, end - 1).strip();
        if (open == null || !open.tag().equals(tag)) {
            throw fault("has an end tag here that fits no start tag", at);
        }
        open = open.parent().orElse(null);
        scopes.remove(scopes.size() - 1);
        at = end;
    }

    private void startTag() throws MalformedFeedException {
        int start = at;
        if (root != null && open == null) throw fault("goes on after its last element", at);
        at++;
        String tag = name();
        if (tag.isEmpty()) throw fault("has a < here that begins no tag", start);
        Map<String, String> attributes = attributes();
        boolean empty = text.startsWith("/>", at);
        if (!empty && !text.startsWith(">", at)) throw fault("has a tag here that does not end", start);
        at += empty ? 2 : 1;
        if (++elements > MOST_ELEMENTS) throw fault("has more than " + MOST_ELEMENTS + " elements", start);
        if (scopes.size() >= MOST_DEPTH) throw fault("is nested more than " + MOST_DEPTH + " deep", start);
        room.take(ELEMENT_BYTES);
        scopes.add(declarations(attributes));
        Element element = new Element(tag, known(tag), attributes, open);
        if (open != null) open.add(element);
        if (root == null) root = element;
        if (empty) scopes.remove(scopes.size() - 1);
        else open = element;
    }

    private Map<String, String> attributes() throws MalformedFeedException {
        Map<String, String> attributes = Map.of();
        while (true) {
            blanks();
            int start = at;
            String name = name();
            if (name.isEmpty()) return attributes;
            if (attributes.isEmpty()) attributes = new LinkedHashMap<>();
            blanks();
            if (at >= text.length() || text.charAt(at) != '=')
                throw fault("has an attribute here without a value", start);
            at++;
            blanks();
            char quote = at < text.length() ? text.charAt(at) : ' ';
            if (quote != '"' && quote != '\'') throw fault("has an attribute here without quotes", start);
            int end = text.indexOf(quote, at + 1);
            if (end < 0) throw fault("has an attribute here that does not end", start);
            if (attributes.size() >= MOST_ATTRIBUTES) throw fault("has too many attributes here", start);
            room.take(ATTRIBUTE_BYTES);
            attributes.putIfAbsent(name, printable(resolved(text.substring(at + 1, end), at + 1)));
            at = end + 1;
        }
    }

    private String resolved(String raw, int start) throws MalformedFeedException {
        return References.resolve(raw, (name, place) -> declared.value(name, start + place));
    }

    private String name() {
        int start = at;
        while (at < text.length() && nameCharacter(text.charAt(at))) at++;
        return text.substring(start, at);
    }

    private void blanks() {
        while (at < text.length() && text.charAt(at) <= ' ') at++;
    }

    private static boolean nameCharacter(char c) {
        return c > ' ' && "<>/='\"".indexOf(c) < 0;
    }

    private static Map<String, String> declarations(Map<String, String> attributes) {
        if (attributes.isEmpty()) return Map.of();
        Map<String, String> declarations = new HashMap<>();
        attributes.forEach((name, uri) -> {
            if (name.equals("xmlns")) declarations.put("", uri);
            if (name.startsWith("xmlns:")) declarations.put(name.substring(6), uri);
        });
        return declarations.isEmpty() ? Map.of() : declarations;
    }

    private String known(String tag) {
        int colon = tag.indexOf(':');
        String known = prefix(colon < 0 ? "" : tag.substring(0, colon));
        if (ownPrefix == null) ownPrefix = known.equals("rdf") ? "rss" : known;
        String local = tag.substring(colon + 1).toLowerCase(Locale.ROOT);
        return known.equals(ownPrefix) || known.isEmpty() ? local : known + ":" + local;
    }

    private String prefix(String written) {
        for (int i = scopes.size() - 1; i >= 0; i--) {
            String uri = scopes.get(i).get(written);
            if (uri != null) return Namespaces.prefix(uri);
        }
        return written.isEmpty() ? Namespaces.OWN : Namespaces.undeclared(written);
    }

    private int after(String mark, int from) throws MalformedFeedException {
        int found = text.indexOf(mark, from);
        if (found < 0) throw fault("has something here that does not end", at);
        return found + mark.length();
    }

    private MalformedFeedException fault(String message, int offset) {
        return new MalformedFeedException(message, text, offset);
    }

    /** Control characters mean nothing in a feed, and no XML may have them. */
    private static String printable(String text) {
        boolean clean = text.chars().allMatch(XmlReader::printable);
        if (clean) return text;
        StringBuilder kept = new StringBuilder(text.length());
        text.chars().filter(XmlReader::printable).forEach(c -> kept.append((char) c));
        return kept.toString();
    }

    private static boolean printable(int c) {
        return c >= ' ' && c != 0x7f && c != 0xfffe && c != 0xffff || c == '\n' || c == '\t' || c == '\r';
    }
}
