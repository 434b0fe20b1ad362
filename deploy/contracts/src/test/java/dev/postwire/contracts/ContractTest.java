package dev.postwire.contracts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The samples keep to the schemas, and the schemas tell a good record from a bad one. */
class ContractTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Map<String, String> HEADER_SCHEMAS = Map.of(
            "posts.raw.v1", "raw-headers.v1.schema.json",
            "posts.enriched.v1", "enriched-headers.v1.schema.json",
            "posts.enriched.de.v1", "enriched-headers.v1.schema.json",
            "posts.rejected.v1", "rejected-headers.v1.schema.json",
            "posts.ledger.v1", "ledger-headers.v1.schema.json",
            "posts.model.v1", "model-headers.v1.schema.json",
            "posts.redrive.v1", "redrive-headers.v1.schema.json",
            "posts.reenrich.v1", "reenrich-headers.v1.schema.json",
            "postwire.keys.v1", "key-headers.v1.schema.json");
    private static final Map<String, String> VALUE_SCHEMAS = Map.of(
            "posts.enriched.v1", "enriched-post.v1.schema.json",
            "posts.enriched.de.v1", "enriched-post.v1.schema.json",
            "posts.ledger.v1", "ledger-entry.v1.schema.json",
            "posts.model.v1", "model-manifest.v1.schema.json",
            "posts.redrive.v1", "redrive-request.v1.schema.json",
            "posts.reenrich.v1", "reenrich-request.v1.schema.json",
            "postwire.keys.v1", "access-key.v1.schema.json");

    static Stream<GoldenSample> samples() {
        return HEADER_SCHEMAS.keySet().stream().sorted().flatMap(topic -> GoldenSample.all(topic).stream());
    }

    static Stream<GoldenSample> enrichedPosts() {
        return GoldenSample.all("posts.enriched.v1").stream()
                .filter(sample -> sample.value().isPresent());
    }

    @ParameterizedTest
    @MethodSource("samples")
    void headersKeepToTheirSchema(GoldenSample sample) {
        assertEquals(List.of(), Schemas.faults(HEADER_SCHEMAS.get(sample.topic()), json(sample.headers())));
        assertEquals(sample.key(), sample.header("ce_subject").orElseThrow());
    }

    @ParameterizedTest
    @MethodSource("samples")
    void jsonValuesKeepToTheirSchema(GoldenSample sample) throws IOException {
        String schema = sample.key().startsWith("passed-")
                ? "reenrich-passed.v1.schema.json"
                : VALUE_SCHEMAS.get(sample.topic());
        boolean json =
                sample.header("content-type").filter("application/json"::equals).isPresent();
        if (schema == null || !json) return;
        assertEquals(List.of(), Schemas.faults(schema, value(sample)));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void nullValuesAreOnlyWhereTheTypeSaysSo(GoldenSample sample) {
        String type = sample.header("ce_type").orElseThrow();
        boolean tombstone =
                type.matches(".*(erasure-requested|post\\.erased|left-route|part-dropped|reenrichment\\.ended).*");
        assertEquals(tombstone, sample.value().isEmpty());
        assertEquals(tombstone, sample.header("content-type").isEmpty());
    }

    @ParameterizedTest
    @MethodSource("enrichedPosts")
    void everySpanIsWhereItSaysInCodePoints(GoldenSample sample) throws IOException {
        JsonNode post = value(sample);
        int[] text = post.get("text").asText().codePoints().toArray();
        for (JsonNode span : spans(post, new ArrayList<>())) {
            String there = new String(
                    text,
                    span.get("start").asInt(),
                    span.get("end").asInt() - span.get("start").asInt());
            assertEquals(quote(span, there), there);
        }
        for (JsonNode section : post.get("outline")) {
            String title = section.get("title").asText();
            int start = section.get("start").asInt();
            assertEquals(title, new String(text, start, (int) title.codePoints().count()));
        }
    }

    @ParameterizedTest
    @MethodSource("enrichedPosts")
    void headersSayWhatTheValueSays(GoldenSample sample) throws Exception {
        JsonNode post = value(sample);
        assertEquals(sample.key(), post.get("id").asText());
        assertEquals(sample.header("ce_id").orElseThrow(), post.get("eventId").asText());
        assertEquals(
                sample.header("postwire-origin").orElseThrow(),
                post.at("/origin/partition").asText() + "-"
                        + post.at("/origin/offset").asText());
        assertEquals(
                post.get("tags").findValuesAsText("slug"),
                sample.headers().stream()
                        .filter(header -> header.name().equals("postwire-tag"))
                        .map(GoldenSample.Header::value)
                        .toList());
        assertEquals(
                post.at("/fingerprint/textSha256").asText(),
                sha256(post.get("text").asText().getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void theFullPostComesFromTheMarkdownSample() throws Exception {
        JsonNode origin = value(GoldenSample.named("posts.enriched.v1", "full")).get("origin");
        byte[] raw = GoldenSample.named("posts.raw.v1", "markdown").value().orElseThrow();
        assertEquals(raw.length, origin.get("bytes").asInt());
        assertEquals(sha256(raw), origin.get("sha256").asText());
    }

    @Test
    void theFullPostUsesEveryPropertyOfTheSchema() throws IOException {
        JsonNode schema = JSON.readTree(GoldenSample.schema("enriched-post.v1.schema.json"));
        Set<String> declared = fieldNames(schema.get("properties"));
        assertEquals(declared, fieldNames(value(GoldenSample.named("posts.enriched.v1", "full"))));
    }

    @Test
    void theMinimalPostUsesOnlyWhatIsRequired() throws IOException {
        JsonNode schema = JSON.readTree(GoldenSample.schema("enriched-post.v1.schema.json"));
        Set<String> required = new java.util.HashSet<>();
        schema.get("required").forEach(name -> required.add(name.asText()));
        assertEquals(required, fieldNames(value(GoldenSample.named("posts.enriched.v1", "minimal"))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "posts.enriched.v1/minimal",
                "posts.ledger.v1/rejected",
                "posts.model.v1/manifest",
                "posts.redrive.v1/requested"
            })
    void aMissingOrChangedRequiredFieldIsAFault(String name) throws IOException {
        String[] path = name.split("/");
        JsonNode good = value(GoldenSample.named(path[0], path[1]));
        for (String field : fieldNames(good)) {
            ObjectNode without = good.deepCopy();
            without.remove(field);
            assertFalse(Schemas.faults(VALUE_SCHEMAS.get(path[0]), without).isEmpty(), "without " + field);
            ObjectNode changed = good.deepCopy();
            changed.put(field, true);
            assertFalse(Schemas.faults(VALUE_SCHEMAS.get(path[0]), changed).isEmpty(), "changed " + field);
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void aMissingRequiredHeaderIsAFault(GoldenSample sample) throws IOException {
        String file = HEADER_SCHEMAS.get(sample.topic());
        for (JsonNode name : JSON.readTree(GoldenSample.schema(file)).get("required")) {
            ObjectNode without = json(sample.headers());
            without.remove(name.asText());
            assertFalse(Schemas.faults(file, without).isEmpty(), "without " + name);
        }
    }

    @Test
    void everyOutcomeHasASample() {
        Set<String> names = GoldenSample.all("posts.ledger.v1").stream()
                .map(GoldenSample::name)
                .collect(Collectors.toSet());
        assertTrue(names.containsAll(Set.of("enriched", "unchanged", "rejected", "erased")), names.toString());
    }

    private static JsonNode value(GoldenSample sample) throws IOException {
        return JSON.readTree(sample.value().orElseThrow());
    }

    private static ObjectNode json(List<GoldenSample.Header> headers) {
        ObjectNode object = JSON.createObjectNode();
        headers.stream()
                .collect(Collectors.groupingBy(GoldenSample.Header::name))
                .forEach((name, all) -> {
                    ArrayNode values = JSON.createArrayNode();
                    all.forEach(header -> values.add(header.value()));
                    object.set(name, values.size() == 1 ? values.get(0) : values);
                });
        return object;
    }

    private static List<JsonNode> spans(JsonNode node, List<JsonNode> found) {
        if (node.has("start") && node.has("end")) found.add(node);
        node.forEach(child -> spans(child, found));
        return found;
    }

    private static String quote(JsonNode span, String otherwise) {
        if (span.has("quote")) return span.get("quote").asText();
        return span.has("text") ? span.get("text").asText() : otherwise;
    }

    private static Set<String> fieldNames(JsonNode object) {
        return object.properties().stream().map(Map.Entry::getKey).collect(Collectors.toSet());
    }

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}
