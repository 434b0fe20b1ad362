package dev.postwire.query.page;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A post as a page to read: no script, one style sheet of our own. Its content is the sanitised HTML of the event, everything around
 * it is escaped. To be sent with {@link #POLICY}, so that it stays inert whatever it holds.
 */
public final class PostPage {
    /** Pictures may come from anywhere, as in any reader; nothing else may. */
    public static final String POLICY =
            "default-src 'none'; style-src 'self'; img-src https: http: data:; base-uri 'none';"
                    + " form-action 'none'; frame-ancestors 'none'";

    private final JsonNode post;
    private final JsonNode bodies;

    /**
     * @param post the event but for its bodies
     * @param bodies html, markdown and text
     */
    public PostPage(JsonNode post, JsonNode bodies) {
        this.post = post;
        this.bodies = bodies;
    }

    public String html() {
        String id = text("id");
        String language = post.path("language").path("code").asText("und");
        String title = text("title").isEmpty() ? "Untitled" : text("title");
        StringBuilder page = new StringBuilder();
        page.append("<!DOCTYPE html>\n<html lang=\"")
                .append(Markup.escape(language))
                .append("\">\n<head>\n");
        page.append(
                "<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        page.append("<title>").append(Markup.escape(title)).append("</title>\n");
        if (isWebAddress(text("url"))) {
            page.append("<link rel=\"canonical\" href=\"")
                    .append(Markup.escape(text("url")))
                    .append("\">\n");
        }
        for (Representation form : Representation.values()) {
            if (form == Representation.HTML) continue;
            page.append("<link rel=\"alternate\" type=\"%s/%s\" href=\"/v1/posts/%s\">%n"
                    .formatted(form.type(), form.subtype(), id));
        }
        page.append(
                "<link rel=\"stylesheet\" href=\"/post.css\">\n</head>\n<body>\n<main>\n<article dir=\"auto\">\n<h1>");
        page.append(Markup.escape(title)).append("</h1>\n");
        byline(page);
        page.append("<div class=\"content\">\n")
                .append(bodies.path("html").asText())
                .append("\n</div>\n");
        tags(page);
        return page.append("</article>\n</main>\n</body>\n</html>\n").toString();
    }

    private void byline(StringBuilder page) {
        List<String> parts = new ArrayList<>();
        for (JsonNode author : post.path("authors")) {
            parts.add("<span class=\"author\">"
                    + Markup.escape(author.path("name").asText()) + "</span>");
        }
        String published = text("published");
        if (!published.isEmpty()) {
            parts.add("<time datetime=\"" + Markup.escape(published) + "\">" + Markup.escape(shown(published))
                    + "</time>");
        }
        if (isWebAddress(text("url"))) {
            parts.add("<a rel=\"external noopener nofollow\" href=\"" + Markup.escape(text("url")) + "\">"
                    + Markup.escape(text("site")) + "</a>");
        }
        if (!parts.isEmpty()) {
            page.append("<p class=\"byline\">")
                    .append(String.join(" · ", parts))
                    .append("</p>\n");
        }
    }

    /** As much of the date as is known. */
    private String shown(String published) {
        int length =
                switch (text("publishedPrecision")) {
                    case "year" -> "2014".length();
                    case "month" -> "2014-05".length();
                    default -> "2014-05-25".length();
                };
        return published.substring(0, Math.min(length, published.length()));
    }

    private void tags(StringBuilder page) {
        if (post.path("tags").isEmpty()) return;
        page.append("<ul class=\"tags\">\n");
        for (JsonNode tag : post.path("tags")) {
            page.append("<li><a href=\"/?tag=")
                    .append(URLEncoder.encode(tag.path("slug").asText(), StandardCharsets.UTF_8))
                    .append("\">")
                    .append(Markup.escape(tag.path("label").asText()))
                    .append("</a></li>\n");
        }
        page.append("</ul>\n");
    }

    private String text(String field) {
        return post.path(field).asText("");
    }

    /** No address of another kind becomes a link: {@code javascript:} would be one. */
    static boolean isWebAddress(String url) {
        return url.startsWith("https://") || url.startsWith("http://");
    }
}
