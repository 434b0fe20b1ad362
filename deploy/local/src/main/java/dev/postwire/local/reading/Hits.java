package dev.postwire.local.reading;

import com.fasterxml.jackson.databind.JsonNode;
import dev.postwire.local.call.Screen;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A list of posts, as {@code GET /v1/posts} answers, with the words that were looked for in bold. */
public final class Hits {
    private static final int DAY = "2014-05-25".length();
    private static final Pattern MARK = Pattern.compile("<mark>(.*?)</mark>");

    private final Screen screen;

    public Hits(Screen screen) {
        this.screen = screen;
    }

    /** Each post in three or four lines, then how many there are. */
    public String text(JsonNode answer) {
        StringBuilder text = new StringBuilder();
        for (JsonNode post : answer.path("posts")) {
            text.append(head(post)).append('\n');
            for (String passage : passages(post))
                text.append("    ").append(passage).append('\n');
            text.append("    ").append(screen.dim(where(post))).append("\n\n");
        }
        return text.append(foot(answer)).append('\n').toString();
    }

    private String head(JsonNode post) {
        JsonNode marked = post.path("highlight").path("title");
        String title = Screen.line(post.path("title").asText("(no title)"));
        StringJoiner head = new StringJoiner("  ");
        head.add(marked.isTextual() ? marked(marked.asText()) : title);
        String day = post.path("published").asText();
        if (!day.isEmpty()) head.add(screen.dim(day.substring(0, Math.min(day.length(), DAY))));
        head.add(screen.dim(post.path("language").path("code").asText()));
        String tags = tags(post);
        if (!tags.isEmpty()) head.add(screen.dim("[" + tags + "]"));
        return head.toString();
    }

    private List<String> passages(JsonNode post) {
        List<String> passages = new ArrayList<>();
        post.path("highlight").path("text").forEach(passage -> passages.add(marked(passage.asText())));
        String excerpt = Screen.line(post.path("excerpt").asText());
        if (passages.isEmpty() && !excerpt.isEmpty()) passages.add(excerpt);
        return passages;
    }

    private static String where(JsonNode post) {
        String url = Screen.line(post.path("url").asText());
        return post.path("id").asText() + (url.isEmpty() ? "" : "  " + url);
    }

    /** The slugs of its tags, blanks between them. */
    static String tags(JsonNode post) {
        StringJoiner tags = new StringJoiner(" ");
        post.path("tags").forEach(tag -> tags.add(Screen.line(tag.path("slug").asText())));
        return tags.toString();
    }

    private static String foot(JsonNode answer) {
        long total = answer.path("total").asLong();
        int shown = answer.path("posts").size();
        StringBuilder foot = new StringBuilder();
        answer.path("notes")
                .forEach(note -> foot.append(Screen.line(note.asText())).append('\n'));
        if (total == 0) {
            foot.append("nothing found");
            JsonNode suggestions = answer.path("suggestions");
            if (suggestions.size() > 0)
                foot.append("; did you mean: ")
                        .append(Screen.line(suggestions.get(0).asText()));
            return foot.toString();
        }
        String least = answer.path("totalIsAtLeast").asBoolean() ? "at least " : "";
        foot.append(shown).append(" of ").append(least).append(total);
        if (shown < total) foot.append("; --limit shows more");
        return foot.toString();
    }

    /** HTML in which nothing but {@code mark} is markup. */
    private String marked(String html) {
        Matcher mark = MARK.matcher(Screen.line(html));
        StringBuilder text = new StringBuilder();
        while (mark.find()) {
            mark.appendReplacement(text, Matcher.quoteReplacement(screen.bold(mark.group(1))));
        }
        return characters(mark.appendTail(text).toString());
    }

    private static String characters(String html) {
        return html.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&");
    }
}
