package dev.postwire.ingest.post;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Checks the fields of an envelope and collects every fault. A field that is not known is one: a misspelt name must not be lost in
 * silence. {@code null} counts as not said.
 */
final class EnvelopeFields {
    private static final int MAX_AUTHORS = 50;
    private static final int MAX_TAGS = 100;
    private static final Map<String, Rule> TEXTS = Map.of(
            "id", Rule.ID,
            "url", Rule.URL,
            "title", Rule.TITLE,
            "published", Rule.MOMENT,
            "updated", Rule.MOMENT,
            "language", Rule.LANGUAGE,
            "contentType", Rule.CONTENT_TYPE,
            "idempotencyKey", Rule.KEY);
    private static final Map<String, Rule> AUTHOR = Map.of("name", Rule.NAME, "url", Rule.URL);

    private final JsonNode envelope;
    private final List<Fault> faults = new ArrayList<>();

    private EnvelopeFields(JsonNode envelope) {
        this.envelope = envelope;
    }

    static Envelope read(JsonNode envelope) {
        return new EnvelopeFields(envelope).read();
    }

    private Envelope read() {
        envelope.properties().forEach(field -> {
            if (!field.getValue().isNull()) check(field.getKey(), field.getValue());
        });
        if (!envelope.hasNonNull("content")) fault("/content", "is missing");
        if (!faults.isEmpty()) return new Envelope.Wrong(faults);
        return new Envelope.Good(
                text("id").flatMap(PostId::of).orElse(null),
                text("url").flatMap(NormalUrl::of).orElse(null),
                text("idempotencyKey").orElse(null));
    }

    private void check(String name, JsonNode value) {
        String pointer = pointer(name);
        switch (name) {
            case "content" -> content(value);
            case "authors" -> list(pointer, value, MAX_AUTHORS, this::author);
            case "tags" -> list(pointer, value, MAX_TAGS, (place, tag) -> text(place, tag, Rule.TAG));
            default -> {
                if (TEXTS.containsKey(name)) text(pointer, value, TEXTS.get(name));
                else fault(pointer, "is no field of an envelope");
            }
        }
    }

    private void content(JsonNode value) {
        if (!value.isTextual()) fault("/content", "must be a string");
        else if (value.textValue().isBlank()) fault("/content", "must not be blank");
    }

    private interface Check {
        void check(String pointer, JsonNode value);
    }

    private void list(String pointer, JsonNode value, int most, Check item) {
        if (!value.isArray()) {
            fault(pointer, "must be an array");
        } else if (value.size() > most) {
            fault(pointer, "must not have more than " + most + " items");
        } else {
            for (int i = 0; i < value.size(); i++) item.check(pointer + "/" + i, value.get(i));
        }
    }

    /** A name, or an object of a name and a URL, as in the enriched post. */
    private void author(String pointer, JsonNode value) {
        if (!value.isObject()) {
            text(pointer, value, Rule.NAME);
            return;
        }
        if (!value.has("name")) fault(pointer + "/name", "is missing");
        value.properties().forEach(field -> {
            String place = pointer + pointer(field.getKey());
            Rule rule = AUTHOR.get(field.getKey());
            if (rule == null) fault(place, "is no field of an author");
            else text(place, field.getValue(), rule);
        });
    }

    private void text(String pointer, JsonNode value, Rule rule) {
        if (!value.isTextual()) fault(pointer, "must be a string");
        else rule.check(value.textValue()).ifPresent(message -> fault(pointer, message));
    }

    private Optional<String> text(String name) {
        return Optional.ofNullable(envelope.path(name).textValue());
    }

    private void fault(String pointer, String message) {
        faults.add(new Fault(pointer, message));
    }

    /** RFC 6901; a name that came from outside is cut to what can be shown. */
    private static String pointer(String name) {
        String shown = name.length() > 40 ? name.substring(0, 40) : name;
        return "/" + shown.replace("~", "~0").replace("/", "~1");
    }
}
