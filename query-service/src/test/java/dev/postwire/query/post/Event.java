package dev.postwire.query.post;

import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.postwire.contracts.GoldenSample;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** An enriched post for tests: the smallest golden sample, with what the test says of it. */
public final class Event {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final EventReader READER = new EventReader();
    private static final byte[] MINIMAL =
            GoldenSample.named("posts.enriched.v1", "minimal").value().orElseThrow();

    private final ObjectNode json;

    private Event(ObjectNode json) {
        this.json = json;
    }

    public static Event of(String id) {
        try {
            ObjectNode json = (ObjectNode) JSON.readTree(MINIMAL);
            json.put("id", id).put("text", "Tea at four.");
            return new Event(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Event origin(int partition, long offset) {
        ObjectNode origin = (ObjectNode) json.get("origin");
        origin.put("partition", partition).put("offset", offset);
        return this;
    }

    public Event receivedAt(String moment) {
        ((ObjectNode) json.get("origin")).put("receivedAt", moment);
        return this;
    }

    /** Says that it came from those bytes. */
    public Event bytesOf(byte[] raw) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(raw);
            ((ObjectNode) json.get("origin"))
                    .put("sha256", HexFormat.of().formatHex(digest))
                    .put("bytes", raw.length);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
        return this;
    }

    public Event version(String version) {
        ((ObjectNode) json.get("enricher")).put("version", version);
        return this;
    }

    public Event title(String title) {
        json.put("title", title);
        return this;
    }

    public Event text(String text) {
        json.put("text", text);
        return this;
    }

    public Event site(String site) {
        json.put("url", "https://" + site + "/" + json.get("id").textValue()).put("site", site);
        return this;
    }

    public Event author(String name) {
        ArrayNode authors = json.has("authors") ? (ArrayNode) json.get("authors") : json.putArray("authors");
        authors.addObject().put("name", name);
        return this;
    }

    public Event published(String moment) {
        json.put("published", moment).put("publishedPrecision", "time");
        return this;
    }

    public Event language(String code) {
        ((ObjectNode) json.get("language")).put("code", code);
        return this;
    }

    public Event tag(String slug, String label) {
        ObjectNode tag = ((ArrayNode) json.get("tags")).addObject();
        tag.put("slug", slug)
                .put("label", label)
                .put("confidence", 1.0)
                .putArray("from")
                .add("author");
        tag.putArray("evidence").addObject().put("source", "a test").put("value", label);
        return this;
    }

    public ObjectNode json() {
        return json;
    }

    public byte[] bytes() {
        try {
            return JSON.writer().with(JsonWriteFeature.ESCAPE_NON_ASCII).writeValueAsBytes(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public EventReader.ReadPost read() {
        try {
            return READER.post(bytes());
        } catch (EventReader.BrokenContract e) {
            throw new IllegalStateException(e);
        }
    }
}
