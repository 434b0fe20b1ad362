package dev.postwire.enrich.read;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Optional;

/**
 * The YAML that nearly all front matter is: keys at the edge, one value or one list of plain words each. Gives up at the first
 * sign of anything else, which {@link YamlReader} then reads; what it does read, it reads as that would, in a tenth of the time.
 */
final class PlainYaml {
    /** A plain scalar that begins with or holds one of these may mean something else. */
    private static final String UNSURE_FIRST = "-?:,[]{}#&*!|>'\"%@`=<~";

    private final String text;
    private final ObjectNode fields = JsonNodeFactory.instance.objectNode();
    private int at;

    private PlainYaml(String text) {
        this.text = text;
    }

    /** All of it, or nothing where any of it is not plain. Scalars are texts, whatever they look like. */
    static Optional<ObjectNode> read(String text) {
        PlainYaml yaml = new PlainYaml(text);
        return yaml.readAll() ? Optional.of(yaml.fields) : Optional.empty();
    }

    private boolean readAll() {
        while (at < text.length()) {
            int end = lineEnd(at);
            if (isSkipped(at, end)) at = end + 1;
            else if (!readKey(end)) return false;
        }
        return true;
    }

    private boolean readKey(int end) {
        int colon = at;
        while (colon < end && isKeySign(text.charAt(colon))) colon++;
        if (colon == at || colon == end || text.charAt(colon) != ':') return false;
        String key = text.substring(at, colon);
        String rest = text.substring(colon + 1, end).stripTrailing();
        if (!rest.isEmpty() && rest.charAt(0) != ' ') return false;
        at = end + 1;
        JsonNode value = rest.isBlank() ? list() : value(rest.strip());
        // A deeper line goes on with the value, and a key that stands twice is for the full reader to tell.
        if (value == null || goesOn() || fields.has(key)) return false;
        fields.set(key, value);
        return true;
    }

    /** The items on the lines that follow, or no value where none do. */
    private JsonNode list() {
        ArrayNode items = JsonNodeFactory.instance.arrayNode();
        int indent = -1;
        while (at < text.length()) {
            int end = lineEnd(at);
            int dash = at;
            while (dash < end && text.charAt(dash) == ' ') dash++;
            if (dash == end || text.charAt(dash) != '-') break;
            boolean aligned = indent < 0 || indent == dash - at;
            if (!aligned || dash + 1 >= end || text.charAt(dash + 1) != ' ') return null;
            indent = dash - at;
            JsonNode item = scalar(text.substring(dash + 2, end).strip());
            if (item == null) return null;
            items.add(item);
            at = end + 1;
        }
        return items.isEmpty() ? NullNode.instance : items;
    }

    private static JsonNode value(String words) {
        return words.charAt(0) == '[' ? flow(words) : scalar(words);
    }

    private static JsonNode flow(String words) {
        if (!words.endsWith("]")) return null;
        ArrayNode items = JsonNodeFactory.instance.arrayNode();
        String inner = words.substring(1, words.length() - 1);
        if (inner.isBlank()) return items;
        for (String part : inner.split(",", -1)) {
            String word = part.strip();
            JsonNode item = hasAny(word, "[]{}") ? null : scalar(word);
            if (item == null) return null;
            items.add(item);
        }
        return items;
    }

    private static JsonNode scalar(String words) {
        if (words.isEmpty()) return null;
        char first = words.charAt(0);
        if (first == '"' || first == '\'') return quoted(words, first);
        if (UNSURE_FIRST.indexOf(first) >= 0 || words.endsWith(":") || words.contains(": ") || words.contains(" #")) {
            return null;
        }
        return words.equalsIgnoreCase("null") || isOdd(words) ? null : TextNode.valueOf(words);
    }

    private static JsonNode quoted(String words, char quote) {
        int last = words.length() - 1;
        if (last < 1 || words.charAt(last) != quote || words.indexOf('\\') >= 0 || isOdd(words)) return null;
        String inner = words.substring(1, last);
        // Only an apostrophe is written twice for one.
        boolean doubled = quote == '\'' && inner.indexOf("''") >= 0;
        boolean plain = (doubled ? inner.replace("''", "") : inner).indexOf(quote) < 0;
        return plain ? TextNode.valueOf(doubled ? inner.replace("''", "'") : inner) : null;
    }

    /** Tabs and what the full reader would refuse as unprintable. */
    private static boolean isOdd(String words) {
        for (int i = 0; i < words.length(); i++) {
            char c = words.charAt(i);
            if (c == '\t' || c == '\u2028' || c == '\u2029' || c >= '\uFFF0' || c == '\uFEFF') return true;
        }
        return false;
    }

    private static boolean hasAny(String words, String signs) {
        return words.chars().anyMatch(c -> signs.indexOf(c) >= 0);
    }

    private boolean goesOn() {
        int next = at;
        while (next < text.length() && text.charAt(next) == '\n') next++;
        return next < text.length() && (text.charAt(next) == ' ' || text.charAt(next) == '\t');
    }

    private boolean isSkipped(int from, int end) {
        return from == end || text.charAt(from) == '#';
    }

    private static boolean isKeySign(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
    }

    private int lineEnd(int from) {
        int end = text.indexOf('\n', from);
        return end < 0 ? text.length() : end;
    }
}
