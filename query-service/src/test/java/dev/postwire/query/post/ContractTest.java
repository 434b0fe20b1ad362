package dev.postwire.query.post;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.postwire.contracts.GoldenSample;
import dev.postwire.query.post.EventReader.BrokenContract;
import dev.postwire.query.post.EventReader.ReadPost;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The reading side of the contract: whatever the schemas require, the reader requires, and nothing more. */
class ContractTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ENRICHED = "posts.enriched.v1";
    private static final String LEDGER = "posts.ledger.v1";

    private final EventReader reader = new EventReader();

    static Stream<GoldenSample> enriched() {
        return GoldenSample.all(ENRICHED).stream()
                .filter(sample -> sample.value().isPresent());
    }

    static Stream<GoldenSample> ledger() {
        return GoldenSample.all(LEDGER).stream();
    }

    @Test
    void knowsEveryWayToGiveATag() throws IOException {
        JsonNode schema;
        try (InputStream in = getClass().getResourceAsStream("/contracts/enriched-post.v1.schema.json")) {
            schema = new ObjectMapper().readTree(in);
        }
        List<String> named = new ArrayList<>();
        for (JsonNode from : schema.findValues("from")) {
            from.path("items").path("enum").forEach(value -> named.add(value.asText()));
        }
        assertEquals(
                named,
                Stream.of(EnrichedPost.Tag.Source.values()).map(Enum::name).toList());
    }

    @ParameterizedTest
    @MethodSource("enriched")
    void readsEveryPostAndKeepsEveryField(GoldenSample sample) throws Exception {
        byte[] value = sample.value().orElseThrow();

        ReadPost read = reader.post(value);

        assertEquals(sample.key(), read.post().id());
        ObjectNode together = (ObjectNode) JSON.readTree(read.document());
        together.setAll((ObjectNode) JSON.readTree(read.bodies()));
        assertEquals(JSON.readTree(value), together);
    }

    @ParameterizedTest
    @MethodSource("ledger")
    void readsEveryLedgerEntry(GoldenSample sample) throws Exception {
        LedgerEntry entry = reader.ledgerEntry(sample.value().orElseThrow());

        String origin = entry.partition() + "-" + entry.offset();
        assertEquals(sample.header("postwire-origin").orElseThrow(), origin);
    }

    @Test
    void failsWithoutAnyRequiredFieldOfAPost() throws Exception {
        everyRequiredFieldMatters(ENRICHED, "full", "enriched-post.v1.schema.json", reader::post);
    }

    @Test
    void failsWithoutAnyRequiredFieldOfALedgerEntry() throws Exception {
        for (String name : List.of("enriched", "rejected", "rejected-after-enriched", "erased")) {
            everyRequiredFieldMatters(LEDGER, name, "ledger-entry.v1.schema.json", reader::ledgerEntry);
        }
    }

    @Test
    void failsWhereADateComesWithoutItsPrecisionOrAUrlWithoutItsSite() throws Exception {
        for (String field : List.of("publishedPrecision", "updatedPrecision", "site")) {
            ObjectNode post = (ObjectNode)
                    JSON.readTree(GoldenSample.named(ENRICHED, "full").value().orElseThrow());
            post.remove(field);

            assertThrows(BrokenContract.class, () -> reader.post(bytes(post)), field);
        }
    }

    @Test
    void failsWhereARejectionHasNoReason() throws Exception {
        for (String field : List.of("reason", "detail")) {
            ObjectNode entry = (ObjectNode)
                    JSON.readTree(GoldenSample.named(LEDGER, "rejected").value().orElseThrow());
            entry.remove(field);

            assertThrows(BrokenContract.class, () -> reader.ledgerEntry(bytes(entry)), field);
        }
    }

    @Test
    void keepsNumbersAsTheyAreWritten() throws Exception {
        ObjectNode post = Event.of("p").json();
        String json =
                post.toString().replaceFirst("\\{", "{\"exact\":1.2300000000000000000000000000004,\"big\":1e400,");

        ReadPost read = reader.post(json.getBytes(StandardCharsets.UTF_8));

        assertEquals(true, read.document().contains("\"exact\":1.2300000000000000000000000000004"), read.document());
        assertEquals(true, read.document().contains("E+400"), read.document());
    }

    @Test
    void namesThePlaceAndNeverTheContent() {
        ObjectNode post = Event.of("p").json();
        ((ObjectNode) post.get("stats")).put("words", "a secret");

        BrokenContract e = assertThrows(BrokenContract.class, () -> reader.post(bytes(post)));

        assertEquals("/stats/words is not of its type", e.getMessage());
    }

    @ParameterizedTest
    @MethodSource("broken")
    void refusesWhatIsNoJsonObject(String value) {
        assertThrows(BrokenContract.class, () -> reader.post(value.getBytes(StandardCharsets.UTF_8)));
    }

    static Stream<String> broken() {
        return Stream.of("", "{", "[]", "null", "7", "{}", "{} {}", "\u0000", "{\"id\":\"p\"}", "[".repeat(5_000));
    }

    private interface Reading {
        Object read(byte[] value) throws Exception;
    }

    /** Takes each required field away, and gives it another type, one at a time. */
    private static void everyRequiredFieldMatters(String topic, String name, String schemaFile, Reading reading)
            throws Exception {
        byte[] value = GoldenSample.named(topic, name).value().orElseThrow();
        JsonNode schema = JSON.readTree(GoldenSample.schema(schemaFile));
        List<String> places = new ArrayList<>();
        required(schema, schema, JSON.readTree(value), "", places);
        assertFalse(places.isEmpty());
        for (String place : places) {
            int cut = place.lastIndexOf('/');
            JsonNode less = JSON.readTree(value);
            ((ObjectNode) less.at(place.substring(0, cut))).remove(place.substring(cut + 1));
            assertThrows(BrokenContract.class, () -> reading.read(bytes(less)), name + ": without " + place);
            for (JsonNode other : otherTypes(JSON.readTree(value).at(place))) {
                JsonNode changed = JSON.readTree(value);
                ((ObjectNode) changed.at(place.substring(0, cut))).set(place.substring(cut + 1), other);
                assertThrows(BrokenContract.class, () -> reading.read(bytes(changed)), place + " as " + other);
            }
        }
    }

    private static void required(JsonNode root, JsonNode schema, JsonNode value, String place, List<String> places) {
        JsonNode node =
                schema.has("$ref") ? root.at(schema.get("$ref").textValue().substring(1)) : schema;
        if (node.has("anyOf")) {
            node.get("anyOf").forEach(choice -> {
                JsonNode chosen = choice.has("$ref")
                        ? root.at(choice.get("$ref").textValue().substring(1))
                        : choice;
                boolean fits = true;
                for (JsonNode field : chosen.path("required")) fits &= value.has(field.textValue());
                if (fits) required(root, chosen, value, place, places);
            });
        }
        node.path("required").forEach(field -> places.add(place + "/" + field.textValue()));
        node.path("properties").properties().forEach(property -> {
            if (value.has(property.getKey())) {
                String deeper = place + "/" + property.getKey();
                required(root, property.getValue(), value.get(property.getKey()), deeper, places);
            }
        });
        if (node.has("items") && value instanceof ArrayNode items) {
            for (int i = 0; i < items.size(); i++)
                required(root, node.get("items"), items.get(i), place + "/" + i, places);
        }
    }

    private static List<JsonNode> otherTypes(JsonNode value) {
        List<JsonNode> others = new ArrayList<>();
        others.add(JSON.getNodeFactory().nullNode());
        others.add(JSON.getNodeFactory().booleanNode(true));
        if (!value.isTextual()) others.add(JSON.getNodeFactory().textNode("7"));
        if (!value.isNumber()) others.add(JSON.getNodeFactory().numberNode(7));
        if (!value.isNumber()) others.add(JSON.getNodeFactory().numberNode(7.5));
        if (!value.isObject()) others.add(JSON.createObjectNode().put("a", 1));
        if (!value.isArray()) others.add(JSON.createArrayNode().add(1));
        return others;
    }

    private static byte[] bytes(JsonNode json) {
        try {
            return JSON.writeValueAsBytes(json);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
