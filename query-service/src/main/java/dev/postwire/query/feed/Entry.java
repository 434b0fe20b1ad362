package dev.postwire.query.feed;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A post in a feed.
 *
 * @param page where it can be read here
 * @param url where it is from
 * @param updated when this version of it was posted: re-reading it by better rules makes no news
 * @param html absent where the page of the feed would grow too large
 */
public record Entry(
        String id,
        String title,
        String page,
        Optional<String> url,
        Instant updated,
        Optional<OffsetDateTime> published,
        List<Author> authors,
        List<Tag> tags,
        Optional<String> language,
        Optional<String> summary,
        Optional<String> image,
        Optional<String> html) {
    private static final int LONGEST_TITLE = 120;

    /** @param url a web address that any reader can read */
    public record Author(String name, Optional<String> url) {}

    /** A tag of a post. */
    public record Tag(String slug, String label) {}

    /**
     * @param post the event but for its bodies
     * @param pages the address under which posts can be read, up to the id
     */
    public static Entry of(JsonNode post, String pages, Optional<String> html) {
        String id = post.path("id").asText();
        List<Author> authors = new ArrayList<>();
        post.path("authors")
                .forEach(author -> authors.add(new Author(
                        author.path("name").asText(), address(author.path("url").asText("")))));
        List<Tag> tags = new ArrayList<>();
        post.path("tags")
                .forEach(tag -> tags.add(
                        new Tag(tag.path("slug").asText(), tag.path("label").asText())));
        return new Entry(
                Feed.TAG + "post:" + id,
                title(post),
                pages + id,
                address(post.path("url").asText("")),
                OffsetDateTime.parse(post.path("origin").path("receivedAt").asText())
                        .toInstant(),
                moment(post.path("published").asText("")),
                authors,
                tags,
                text(post.path("language").path("code")).filter(code -> !code.equals("und")),
                text(post.path("excerpt")).or(() -> text(post.path("description"))),
                address(post.path("image").asText("")),
                html);
    }

    /** A post without a title is called by its first words, for a reader must show something. */
    private static String title(JsonNode post) {
        String title = post.path("title").asText("");
        if (!title.isBlank()) return title;
        String excerpt = post.path("excerpt").asText("").strip();
        if (excerpt.isEmpty()) return "Untitled";
        if (excerpt.codePointCount(0, excerpt.length()) <= LONGEST_TITLE) return excerpt;
        return excerpt.substring(0, excerpt.offsetByCodePoints(0, LONGEST_TITLE)) + "…";
    }

    private static Optional<String> text(JsonNode node) {
        return Optional.of(node.asText("")).filter(text -> !text.isBlank());
    }

    private static Optional<OffsetDateTime> moment(String text) {
        if (text.isEmpty()) return Optional.empty();
        try {
            return Optional.of(OffsetDateTime.parse(text));
        } catch (DateTimeException e) {
            throw new IllegalStateException("a stored date is none", e);
        }
    }

    /** A web address as it stands; empty for what no feed may hold. */
    private static Optional<String> address(String url) {
        try {
            URI uri = new URI(url);
            boolean web = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
            return web && uri.getHost() != null ? Optional.of(url) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
