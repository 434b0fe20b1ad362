package dev.postwire.enrich.read;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;

/**
 * Reads front matter a line at a time, each for itself, so that one bad line spoils no other: {@code key: value},
 * {@code key = value}, lists in brackets or on the lines below. For what its own format's reader refuses, and for Pelican's bare
 * lines, whose values are taken as they stand.
 */
final class KeyLines {
    private final ObjectNode fields = JsonNodeFactory.instance.objectNode();
    private final boolean raw;
    private String key;

    private KeyLines(boolean raw) {
        this.raw = raw;
    }

    /** @param raw whether quotes and brackets around a value belong to it */
    static ObjectNode read(String text, boolean raw) {
        KeyLines lines = new KeyLines(raw);
        text.lines().map(KeyLines::withoutKeyword).forEach(lines::line);
        return lines.fields;
    }

    /** Eleventy's script, as far as it only names values. */
    private static String withoutKeyword(String line) {
        for (String word : List.of("const ", "let ", "var ")) {
            if (!line.startsWith(word)) continue;
            String rest = line.substring(word.length()).strip();
            return rest.endsWith(";") ? rest.substring(0, rest.length() - 1) : rest;
        }
        return line;
    }

    private void line(String line) {
        String words = line.strip();
        int sign = keyEnd(line);
        if (sign > 0) {
            key = unquoted(line.substring(0, sign).strip());
            fields.set(key, value(line.substring(sign + 1).strip()));
        } else if (key != null && !words.isEmpty() && isSpace(line.charAt(0)) && !words.startsWith("- ")) {
            goOn(words);
        } else if (key != null && words.startsWith("- ")) {
            addItem(unquoted(words.substring(2).strip()));
        }
    }

    /** Where a key at the edge of the line ends, or -1. A quoted key is JSON's, and may be indented. */
    private static int keyEnd(String line) {
        int at = 0;
        while (at < line.length() && isSpace(line.charAt(at))) at++;
        boolean quoted = at < line.length() && line.charAt(at) == '"';
        if (at > 0 && !quoted) return -1;
        int start = quoted ? ++at : at;
        while (at < line.length() && isKeySign(line.charAt(at))) at++;
        if (at == start) return -1;
        if (quoted) {
            if (at == line.length() || line.charAt(at) != '"') return -1;
            at++;
        }
        while (at < line.length() && isSpace(line.charAt(at))) at++;
        return at < line.length() && (line.charAt(at) == ':' || line.charAt(at) == '=') ? at : -1;
    }

    private JsonNode value(String words) {
        if (words.isEmpty()) return NullNode.instance;
        if (raw) return TextNode.valueOf(words);
        String bare =
                words.endsWith(",") ? words.substring(0, words.length() - 1).strip() : words;
        if (!bare.startsWith("[")) return TextNode.valueOf(unquoted(bare));
        int close = bare.lastIndexOf(']');
        // "[Draft] A title" is a title that begins with a bracket.
        if (close > 0 && close < bare.length() - 1) return TextNode.valueOf(bare);
        ArrayNode items = JsonNodeFactory.instance.arrayNode();
        for (String item : bare.substring(1, close > 0 ? close : bare.length()).split(",")) {
            String word = unquoted(item.strip());
            if (!word.isEmpty()) items.add(word);
        }
        return items;
    }

    private void goOn(String words) {
        JsonNode value = fields.get(key);
        // A line end stays one: it parts the items of a list and is white space anywhere else.
        if (value.isTextual()) fields.put(key, value.textValue() + "\n" + words);
        else if (value.isNull()) fields.put(key, words);
    }

    private void addItem(String word) {
        ArrayNode items = fields.get(key) instanceof ArrayNode array ? array : JsonNodeFactory.instance.arrayNode();
        if (!word.isEmpty()) items.add(word);
        fields.set(key, items);
    }

    private static String unquoted(String words) {
        int last = words.length() - 1;
        if (last < 1) return words;
        char first = words.charAt(0);
        boolean quoted = (first == '"' || first == '\'') && words.charAt(last) == first;
        return quoted ? words.substring(1, last).replace("\\" + first, Character.toString(first)) : words;
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\t';
    }

    static boolean isKeySign(char c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || c == '_'
                || c == '-'
                || c == '.';
    }
}
