package dev.postwire.local.reading;

import com.fasterxml.jackson.databind.JsonNode;
import dev.postwire.local.call.Screen;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;

/** One post as a page for a reader: what is known about it in a few lines, then its Markdown. */
public final class Sheet {
    private static final int LABEL_WIDTH = 11;

    private final Screen screen;

    public Sheet(Screen screen) {
        this.screen = screen;
    }

    public String text(JsonNode post) {
        StringBuilder text = new StringBuilder();
        text.append(screen.bold(Screen.line(post.path("title").asText("(no title)"))))
                .append('\n');
        lines(post).forEach(line -> text.append(screen.dim(line)).append('\n'));
        text.append('\n').append(post.path("markdown").asText().stripTrailing()).append('\n');
        return text.toString();
    }

    private static List<String> lines(JsonNode post) {
        List<String> lines = new ArrayList<>();
        add(lines, "by", authors(post));
        add(lines, "published", post.path("published").asText());
        add(lines, "updated", post.path("updated").asText());
        add(lines, "url", post.path("url").asText());
        add(lines, "language", post.path("language").path("code").asText());
        add(lines, "tags", Hits.tags(post));
        add(lines, "length", length(post.path("stats")));
        add(
                lines,
                "id",
                post.path("id").asText() + ", revision " + post.path("revision").asText());
        add(lines, "received", post.path("origin").path("receivedAt").asText());
        for (JsonNode warning : post.path("warnings")) add(lines, "warning", warning(warning));
        return lines;
    }

    private static void add(List<String> lines, String label, String value) {
        String line = Screen.line(value);
        if (!line.isEmpty()) lines.add(label + " ".repeat(LABEL_WIDTH - label.length()) + line);
    }

    private static String authors(JsonNode post) {
        StringJoiner names = new StringJoiner(", ");
        post.path("authors").forEach(author -> names.add(author.path("name").asText()));
        return names.toString();
    }

    private static String length(JsonNode stats) {
        if (!stats.has("words")) return "";
        return stats.path("words").asText() + " words, "
                + stats.path("readingMinutes").asText() + " min";
    }

    private static String warning(JsonNode warning) {
        return warning.path("code").asText() + " " + warning.path("detail").asText();
    }
}
