package dev.postwire.local.audit;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.postwire.local.audit.Tables.Content;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What an enriched post says, in three numbers that a record and the row that was made of it have in common, however either spaces
 * or escapes its JSON. For one document.
 */
final class ContentReader {
    static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    private static final List<String> BODIES = List.of("text", "html", "markdown");

    private final MessageDigest document = Sha.whole();
    private final Map<String, byte[]> bodies = new HashMap<>();

    /** Takes in a field, whose value the parser stands at; returns that value, empty for a body. */
    JsonNode field(String name, JsonParser parser) throws IOException {
        if (BODIES.contains(name)) {
            bodies.put(name, Sha.whole().digest(bytes(parser.getText())));
            return JSON.missingNode();
        }
        JsonNode value = parser.readValueAsTree();
        add(name);
        add(value);
        return value;
    }

    Content content() {
        MessageDigest all = Sha.whole();
        byte[] none = {};
        for (String name : BODIES) all.update(bodies.getOrDefault(name, none));
        byte[] text = bodies.get("text");
        return new Content(
                text == null ? PartitionLog.NONE : Sha.first(text),
                Sha.first(document.digest()),
                Sha.first(all.digest()));
    }

    /** Of a row's document: what {@link Content#document} is of the record's; {@link PartitionLog#NONE} where it is no JSON. */
    static long document(String json) {
        try (JsonParser parser = JSON.createParser(json)) {
            ContentReader reader = new ContentReader();
            parser.nextToken();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                parser.nextToken();
                reader.field(name, parser);
            }
            return reader.content().document();
        } catch (IOException e) {
            return PartitionLog.NONE; // which no record has, so the rules name the row
        }
    }

    private void add(JsonNode value) {
        if (value.isObject()) {
            add("{");
            value.properties().forEach(field -> {
                add(field.getKey());
                add(field.getValue());
            });
            add("}");
        } else if (value.isArray()) {
            add("[");
            value.forEach(this::add);
            add("]");
        } else if (value.isNumber()) {
            BigDecimal number = value.decimalValue();
            add("n" + number.stripTrailingZeros().toString());
        } else {
            add((value.isTextual() ? "s" : "v") + value.asText());
        }
    }

    private void add(String token) {
        byte[] bytes = bytes(token);
        // The length before it, so that no two lists of tokens look alike.
        for (int shift = 24; shift >= 0; shift -= 8) document.update((byte) (bytes.length >>> shift));
        document.update(bytes);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
