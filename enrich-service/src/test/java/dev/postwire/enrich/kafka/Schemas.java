package dev.postwire.enrich.kafka;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import dev.postwire.contracts.GoldenSample;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/** Holds records against the contract's schemas, formats included. */
final class Schemas {
    private static final SchemaRegistry REGISTRY = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            builder -> builder.schemaRegistryConfig(
                    SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));

    private Schemas() {}

    static List<String> faults(String schemaFile, JsonNode instance) {
        return REGISTRY.getSchema(GoldenSample.schema(schemaFile)).validate(instance).stream()
                .map(Error::toString)
                .toList();
    }

    /** Headers as the schemas see them: a name's one value as a string, several as an array. */
    static ObjectNode json(Headers headers) {
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
