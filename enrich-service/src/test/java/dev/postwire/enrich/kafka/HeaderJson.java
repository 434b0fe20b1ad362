package dev.postwire.enrich.kafka;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/** Record headers as JSON, for the contract's schemas. */
public final class HeaderJson {
    private HeaderJson() {}

    /** Headers as the schemas see them: a name's one value as a string, several as an array. */
    public static ObjectNode of(Headers headers) {
        ObjectNode object = Json.MAPPER.createObjectNode();
        for (Header header : headers) {
            String value = new String(header.value(), StandardCharsets.UTF_8);
            JsonNode before = object.get(header.key());
            if (before == null) object.put(header.key(), value);
            else if (before instanceof ArrayNode list) list.add(value);
            else object.putArray(header.key()).add(before.textValue()).add(value);
        }
        return object;
    }
}
