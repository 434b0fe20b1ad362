package dev.postwire.contracts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The AsyncAPI document names every topic and every type of event, and nothing it refers to is missing. */
class AsyncApiTest {
    private static JsonNode document;

    @BeforeAll
    static void read() throws IOException {
        document = new YAMLMapper().readTree(GoldenSample.schema("asyncapi.yaml"));
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        Set<String> references = new TreeSet<>(document.findValuesAsText("$ref"));
        assertFalse(references.isEmpty());
        for (String reference : references) {
            if (reference.startsWith("#")) {
                assertFalse(document.at(reference.substring(1)).isMissingNode(), reference);
            } else {
                assertFalse(GoldenSample.schema(reference).isBlank(), reference);
            }
        }
    }

    @Test
    void everyChannelHasSamplesOfEachOfItsMessages() {
        for (JsonNode channel : document.get("channels")) {
            Set<String> described = new TreeSet<>();
            channel.get("messages")
                    .forEach(message ->
                            described.add(resolve(message).get("name").asText()));
            Set<String> sampled = new TreeSet<>();
            GoldenSample.all(channel.get("address").asText())
                    .forEach(sample -> sampled.add(sample.header("ce_type").orElseThrow()));
            assertEquals(described, sampled);
        }
        assertEquals(9, document.get("channels").size());
    }

    @Test
    void everyMessageHasHeadersKeyAndPayload() {
        for (JsonNode message : document.at("/components/messages")) {
            String name = message.get("name").asText();
            assertTrue(message.get("headers").has("$ref"), name);
            assertTrue(resolve(message.get("bindings")).at("/kafka/key").has("pattern"), name);
            assertTrue(message.has("payload"), name);
        }
    }

    private static JsonNode resolve(JsonNode node) {
        return node.has("$ref") ? document.at(node.get("$ref").asText().substring(1)) : node;
    }
}
