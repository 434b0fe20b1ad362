package dev.postwire.local.watch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.postwire.local.call.Screen;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** What is printed of a record. Thread-safe. */
final class Line {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Screen screen;
    private final DateTimeFormatter time;

    Line(Screen screen, ZoneId zone) {
        this.screen = screen;
        this.time = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(zone);
    }

    String post(Instant at, String id, List<String> tags, JsonNode post) {
        String title = Screen.line(post.path("title").asText());
        if (title.isEmpty()) title = Screen.line(post.path("excerpt").asText("(no title)"));
        String labels = tags.isEmpty() ? "" : "  [" + Screen.line(String.join(" ", tags)) + "]";
        return screen.dim(time.format(at)) + "  " + screen.bold(title) + labels + "  " + screen.dim(id);
    }

    String erasure(Instant at, String id) {
        return screen.dim(time.format(at)) + "  erased  " + screen.dim(id);
    }

    /** The document as it is on the topic, which is on one line already; else it is made one. */
    static String document(String document) {
        return document.indexOf('\n') < 0 ? document : read(document).toString();
    }

    static String erasedDocument(String id) {
        return JSON.createObjectNode().put("id", id).put("erased", true).toString();
    }

    static JsonNode read(String document) {
        try {
            return JSON.readTree(document);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a document on the topic is no JSON", e);
        }
    }
}
