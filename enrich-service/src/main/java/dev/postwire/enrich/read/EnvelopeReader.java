package dev.postwire.enrich.read;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.postwire.enrich.post.Claim;
import dev.postwire.enrich.post.Claim.Field;
import dev.postwire.enrich.post.Claim.Source;
import dev.postwire.enrich.post.Reason;
import dev.postwire.enrich.post.UnreadableException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The JSON envelope {@code id? url? title? authors? published? updated? tags? language? contentType content}. Thread-safe. */
final class EnvelopeReader {
    private static final Map<String, Field> FIELDS = Map.of(
            "url", Field.URL,
            "title", Field.TITLE,
            "authors", Field.AUTHOR,
            "published", Field.PUBLISHED,
            "updated", Field.UPDATED,
            "tags", Field.TAG,
            "language", Field.LANGUAGE);

    private final ObjectMapper json = new ObjectMapper();

    record Envelope(String contentType, String content, List<Claim> claims) {}

    Envelope read(String text) {
        JsonNode root = parse(text);
        JsonNode content = root.path("content");
        if (!content.isTextual() || content.textValue().isBlank()) {
            throw new UnreadableException(Reason.MALFORMED_ENVELOPE, "/content is missing or not a text");
        }
        List<Claim> claims = new ArrayList<>();
        FIELDS.forEach((name, field) -> addClaims(claims, field, name, root.path(name)));
        return new Envelope(
                root.path("contentType").asText(MediaType.PLAIN),
                dev.postwire.enrich.post.CleanText.of(content.textValue()),
                claims);
    }

    private JsonNode parse(String text) {
        try {
            JsonNode root = json.readTree(text);
            if (root != null && root.isObject()) return root;
            throw new UnreadableException(Reason.MALFORMED_ENVELOPE, "the envelope is not a JSON object");
        } catch (JsonProcessingException e) {
            String place = e.getLocation() == null
                    ? ""
                    : " at line " + e.getLocation().getLineNr() + ", column "
                            + e.getLocation().getColumnNr();
            throw new UnreadableException(Reason.MALFORMED_ENVELOPE, "the JSON breaks off or is malformed" + place);
        }
    }

    private static void addClaims(List<Claim> claims, Field field, String name, JsonNode value) {
        if (value.isArray()) {
            value.forEach(item -> addClaims(claims, field, name, item));
        } else if (value.isObject()) {
            addText(claims, field, name, value.path("name"));
        } else {
            addText(claims, field, name, value);
        }
    }

    private static void addText(List<Claim> claims, Field field, String name, JsonNode value) {
        if (value.isValueNode() && !value.asText().isBlank() && !value.isNull()) {
            claims.add(new Claim(field, value.asText(), Source.ENVELOPE, name));
        }
    }
}
