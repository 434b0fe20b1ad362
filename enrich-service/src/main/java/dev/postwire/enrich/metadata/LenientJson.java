package dev.postwire.enrich.metadata;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jsoup.parser.Parser;

/**
 * Reads JSON as it stands in pages: in comments and CDATA, with trailing commas, raw line ends and wrong escapes, several values in
 * a row, or cut off. What stands before a fault is kept. Thread-safe.
 */
final class LenientJson {
    private static final int DEEPEST = 64;
    private static final int LONGEST_WRAPPING = 40;
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
            // Interned names live as long as the process, and pages make up names.
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
            .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
            .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
            .enable(JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
            .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES)
            .enable(JsonReadFeature.ALLOW_UNQUOTED_FIELD_NAMES)
            .enable(JsonReadFeature.ALLOW_MISSING_VALUES)
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .build();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private LenientJson() {}

    /** @param sound whether nothing was left out */
    record Values(List<JsonNode> values, boolean sound) {}

    /** The values in the text, in order; of objects only the members with these names. */
    static Values read(String text, Set<String> members) {
        String json = withoutWrapping(text);
        Values read = parse(json, members);
        if (read.sound()) return read;
        Values mended = parse(LooseQuotes.mend(json), members);
        return mended.sound() ? mended : read;
    }

    private static Values parse(String json, Set<String> members) {
        ArrayNode values = NODES.arrayNode();
        boolean sound = true;
        try (JsonParser parser = FACTORY.createParser(json)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                add(values, parser, members);
            }
        } catch (IOException e) {
            sound = false;
        }
        List<JsonNode> list = new ArrayList<>(values.size());
        values.forEach(list::add);
        return new Values(list, sound);
    }

    /** Fills containers after they were put where they belong, so that a fault loses nothing that came before it. */
    private static void add(ArrayNode array, JsonParser parser, Set<String> members) throws IOException {
        switch (parser.currentToken()) {
            case START_OBJECT -> fill(array.addObject(), parser, members);
            case START_ARRAY -> fill(array.addArray(), parser, members);
            case VALUE_STRING, VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> array.add(parser.getText());
            default -> {}
        }
    }

    private static void fill(ArrayNode array, JsonParser parser, Set<String> members) throws IOException {
        for (JsonToken token = parser.nextToken();
                token != JsonToken.END_ARRAY && token != null;
                token = parser.nextToken()) {
            add(array, parser, members);
        }
    }

    private static void fill(ObjectNode object, JsonParser parser, Set<String> members) throws IOException {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            if (!members.contains(name)) {
                parser.skipChildren();
                continue;
            }
            switch (value) {
                case START_OBJECT -> fill(object.putObject(name), parser, members);
                case START_ARRAY -> fill(object.putArray(name), parser, members);
                case VALUE_STRING, VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> object.put(name, parser.getText());
                default -> {}
            }
        }
    }

    /** From the first bracket to the last one like it: around them stand comments, CDATA marks and semicolons. */
    private static String withoutWrapping(String text) {
        int from = first(text);
        if (from < 0) return "";
        int to = text.lastIndexOf(text.charAt(from) == '{' ? '}' : ']') + 1;
        // So much after the last bracket is the rest of something cut off.
        boolean cutOff = to <= from || text.length() - to > LONGEST_WRAPPING;
        String values = cutOff ? text.substring(from) : text.substring(from, to);
        // Written by a template that escaped it as text.
        return values.startsWith("{&quot;") || values.startsWith("[{&quot;")
                ? Parser.unescapeEntities(values, false)
                : values;
    }

    private static int first(String text) {
        int brace = text.indexOf('{');
        int bracket = text.indexOf('[');
        // "<![CDATA[" and "//<![CDATA[" hold brackets that open nothing.
        if (brace < 0) return bracket;
        return bracket >= 0
                        && bracket < brace
                        && text.substring(bracket + 1, brace).isBlank()
                ? bracket
                : brace;
    }
}
