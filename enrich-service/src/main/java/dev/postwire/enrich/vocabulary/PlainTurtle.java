package dev.postwire.enrich.vocabulary;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the built-in files, which are all written in the same few forms of Turtle, several times as fast as a parser of all of it
 * starts: a service must not wait for words of ours. A test holds it to what {@link TurtleReader} reads. Not for others' files.
 */
final class PlainTurtle {
    private final String file;
    private final String text;
    private final Map<String, String> prefixes = new HashMap<>();
    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private int at;

    private PlainTurtle(String file, byte[] bytes) {
        this.file = file;
        this.text = new String(bytes, StandardCharsets.UTF_8);
    }

    static List<Entry> read(String file, byte[] bytes) {
        return new PlainTurtle(file, bytes).read();
    }

    private List<Entry> read() {
        while (skip()) {
            if (text.charAt(at) == '@') prefix();
            else concept();
        }
        return new ArrayList<>(entries.values());
    }

    /** {@code @prefix k: <urn:…> .} */
    private void prefix() {
        at += "@prefix".length();
        skip();
        int colon = text.indexOf(':', at);
        int open = text.indexOf('<', colon);
        int close = text.indexOf('>', open);
        prefixes.put(text.substring(at, colon), text.substring(open + 1, close));
        at = text.indexOf('.', close) + 1;
    }

    private void concept() {
        Entry entry = entries.computeIfAbsent(name(), uri -> new Entry(uri, file));
        do {
            skip();
            property(entry);
        } while (follows(';'));
        if (!follows('.')) throw fault();
    }

    private void property(Entry entry) {
        if (text.startsWith("a ", at)) {
            at += 2;
            skip();
            entry.kind = Kinds.of(name());
            entry.concept = true;
            return;
        }
        String property = name();
        do {
            skip();
            value(entry, property.substring(property.indexOf('#') + 1));
        } while (follows(','));
    }

    private void value(Entry entry, String property) {
        switch (property) {
            case "prefLabel" -> label(entry, Label.Role.PREFERRED);
            case "altLabel" -> label(entry, Label.Role.ALTERNATIVE);
            case "hiddenLabel" -> label(entry, Label.Role.HIDDEN);
            case "notation" -> entry.notation = Optional.of(quoted());
            case "broader" -> entry.broader.add(name());
            case "related" -> entry.related.add(name());
            default -> throw fault();
        }
    }

    private void label(Entry entry, Label.Role role) {
        String label = quoted();
        String language = "";
        if (text.charAt(at) == '@') {
            language = text.substring(at + 1, at + 3);
            at += 3;
        }
        entry.labels.add(new Label(label, language, role, false));
    }

    private String quoted() {
        int end = text.indexOf('"', at + 1);
        if (text.charAt(at) != '"' || end < 0) throw fault();
        String quoted = text.substring(at + 1, end);
        if (quoted.indexOf('\\') >= 0) throw fault();
        at = end + 1;
        return quoted;
    }

    /** {@code k:Software}, as an address. */
    private String name() {
        int from = at;
        while (at < text.length() && isName(text.charAt(at))) at++;
        int colon = text.indexOf(':', from);
        if (colon < 0 || colon >= at) throw fault();
        return prefixes.get(text.substring(from, colon)) + text.substring(colon + 1, at);
    }

    private static boolean isName(char c) {
        return c == ':' || c == '-' || c == '_' || c == '.' || Character.isLetterOrDigit(c);
    }

    private boolean follows(char sign) {
        if (!skip() || text.charAt(at) != sign) return false;
        at++;
        return true;
    }

    /** Spaces and comments. @return whether more follows */
    private boolean skip() {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '#') at = Math.max(at + 1, text.indexOf('\n', at));
            else if (c > ' ') return true;
            else at++;
        }
        return false;
    }

    private long lineOf(int place) {
        return text.substring(0, place).chars().filter(c -> c == '\n').count() + 1;
    }

    private VocabularyException fault() {
        return new VocabularyException(file + ":" + lineOf(at) + ": the built-in files are not written like this");
    }
}
