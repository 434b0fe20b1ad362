package dev.postwire.enrich.read;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.StringReader;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingEndEvent;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.events.SequenceEndEvent;
import org.yaml.snakeyaml.events.SequenceStartEvent;

/**
 * Any YAML as a tree whose scalars are the texts that stand there: {@code 1.10} stays {@code 1.10}, a date is not read by rules of
 * its own. Built from the parser's events, so an alias shares its node and expands nothing. Of a key that stands twice the last
 * value holds, as in Jekyll. For one document; throws {@link YAMLException} for what is no YAML.
 */
final class YamlReader {
    /** Front matter nests three levels; the parser recurses for each. */
    private static final int MAX_DEPTH = 32;

    private static final LoaderOptions OPTIONS = options();

    private final Iterator<Event> events;
    private final Map<String, JsonNode> anchors = new HashMap<>();
    private final Set<String> repeated = new LinkedHashSet<>();

    private YamlReader(Iterator<Event> events) {
        this.events = events;
    }

    /** @param repeatedKeys the keys that stand twice in one mapping */
    record Result(JsonNode root, Set<String> repeatedKeys) {}

    static Result read(String text) {
        Iterable<Event> parsed = new Yaml(OPTIONS).parse(new StringReader(text));
        YamlReader reader = new YamlReader(parsed.iterator());
        JsonNode root = NullNode.instance;
        while (reader.events.hasNext()) {
            Event event = reader.events.next();
            if (event instanceof NodeEvent) {
                root = reader.node(event, 0);
                break;
            }
        }
        return new Result(root, reader.repeated);
    }

    private JsonNode node(Event event, int depth) {
        if (depth > MAX_DEPTH) throw new YAMLException("nested too deeply");
        if (event instanceof AliasEvent alias) return anchors.getOrDefault(alias.getAnchor(), NullNode.instance);
        JsonNode node;
        String anchor = ((NodeEvent) event).getAnchor();
        if (event instanceof ScalarEvent scalar) node = scalar(scalar);
        else if (event instanceof SequenceStartEvent) node = sequence(depth);
        else if (event instanceof MappingStartEvent) node = mapping(depth);
        else throw new YAMLException("unexpected " + event.getEventId());
        // Known only once it is complete, so no node can hold itself.
        if (anchor != null) anchors.put(anchor, node);
        return node;
    }

    private static JsonNode scalar(ScalarEvent scalar) {
        String text = scalar.getValue();
        boolean nothing = text.isEmpty() || text.equals("~") || text.equalsIgnoreCase("null");
        return nothing && scalar.getScalarStyle() == ScalarStyle.PLAIN ? NullNode.instance : TextNode.valueOf(text);
    }

    private ArrayNode sequence(int depth) {
        ArrayNode items = JsonNodeFactory.instance.arrayNode();
        for (Event event = events.next(); !(event instanceof SequenceEndEvent); event = events.next()) {
            items.add(node(event, depth + 1));
        }
        return items;
    }

    private ObjectNode mapping(int depth) {
        ObjectNode fields = JsonNodeFactory.instance.objectNode();
        for (Event event = events.next(); !(event instanceof MappingEndEvent); event = events.next()) {
            JsonNode key = node(event, depth + 1);
            JsonNode value = node(events.next(), depth + 1);
            if (!key.isTextual()) continue;
            if (fields.has(key.textValue())) repeated.add(key.textValue());
            fields.set(key.textValue(), value);
        }
        return fields;
    }

    private static LoaderOptions options() {
        LoaderOptions options = new LoaderOptions();
        options.setNestingDepthLimit(MAX_DEPTH);
        return options;
    }
}
