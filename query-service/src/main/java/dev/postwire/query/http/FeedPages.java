package dev.postwire.query.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.postwire.query.QueryConfig;
import dev.postwire.query.feed.Entry;
import dev.postwire.query.feed.Feed;
import dev.postwire.query.http.PostLists.Extras;
import dev.postwire.query.http.PostLists.PostList;
import dev.postwire.query.search.PostQuery;
import dev.postwire.query.search.Sort;
import dev.postwire.query.store.Bodies;
import dev.postwire.query.store.Posts.Listed;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds what a page of a feed holds: first what tells whether a reader has it, then the rest. */
@Singleton
class FeedPages {
    private static final int MOST_ENTRIES = 50;

    /** What the bodies of a page may take of memory, in characters: entries beyond it have a summary only. */
    private static final long LARGEST_PAGE = 4L * 1024 * 1024;

    /** Of a document, what differs where anything does: its id and its event's id stand there. */
    private static final int TELLING = 300;

    private static final Extras NOTHING_ELSE = new Extras(false, Set.of());
    private static final int ID_BYTES = 8;

    private final PostLists lists;
    private final Bodies bodies;
    private final ObjectMapper json;
    private final Optional<String> hub;

    FeedPages(PostLists lists, Bodies bodies, ObjectMapper json, QueryConfig config) {
        this.lists = lists;
        this.bodies = bodies;
        this.json = json;
        this.hub = config.feed().hub().map(URI::toString);
    }

    /** @param query what the feed is of, whatever page */
    record Page(String query, List<Listed> posts, Optional<String> next, Validators validators) {}

    Optional<String> hub() {
        return hub;
    }

    Page page(PageParameters parameters, HttpServerRequest request) {
        // A feed is of what is new here, however old it is elsewhere.
        if (Inputs.given(parameters.sort).isEmpty()) parameters.sort = Sort.RECEIVED.label();
        PostQuery query = parameters.query();
        int limit = Inputs.limit(parameters.limit, MOST_ENTRIES);
        PostList page = lists.page(query, Inputs.cursor(parameters.cursor, query.identity()), limit, NOTHING_ELSE);
        List<Listed> listed = page.posts();
        Optional<String> next = page.found().next().map(cursor -> cursor.write(query.identity()));
        return new Page(query.identity(), listed, next, Validators.undated(tag(listed, request)));
    }

    /** Of the address too, for it stands in the feed. */
    private static String tag(List<Listed> listed, HttpServerRequest request) {
        StringBuilder telling = new StringBuilder(Address.self(request));
        for (Listed post : listed) {
            String document = post.document();
            telling.append('\n')
                    .append(post.revision())
                    .append(post.storedAt())
                    .append(document, 0, Math.min(TELLING, document.length()));
        }
        return "W/\"" + digest(telling.toString()) + "\"";
    }

    Feed feed(Page page, HttpServerRequest request) {
        List<JsonNode> documents =
                page.posts().stream().map(post -> read(post.document())).toList();
        // As of now, where the list may be of a moment ago: no body is older than its entry's ETag.
        Map<String, String> contents = bodies.of(
                documents.stream().map(post -> post.path("id").asText()).toList(), LARGEST_PAGE);
        List<Entry> entries = new ArrayList<>();
        for (JsonNode post : documents) {
            Optional<String> html = Optional.ofNullable(
                            contents.get(post.path("id").asText()))
                    .map(body -> read(body).path("html").asText());
            entries.add(Entry.of(post, Address.root(request) + "/v1/posts/", html));
        }
        return new Feed(
                Feed.TAG + "query:" + digest(page.query()),
                title(request),
                Address.self(request),
                Address.at(request, Optional.empty()),
                page.next().map(next -> Address.at(request, Optional.of(next))),
                Address.page(request),
                hub,
                entries);
    }

    /** Named after what was asked. */
    private static String title(HttpServerRequest request) {
        List<String> asked = new ArrayList<>();
        String query = request.query() == null ? "" : request.query();
        for (String part : query.split("&")) {
            String[] pair = part.split("=", 2);
            boolean shown = pair.length == 2
                    && !pair[1].isEmpty()
                    && List.of("q", "tag", "language", "site", "author").contains(pair[0]);
            if (shown) asked.add(URLDecoder.decode(pair[1], StandardCharsets.UTF_8));
        }
        return asked.isEmpty() ? "Postwire" : "Postwire: " + String.join(", ", asked);
    }

    private JsonNode read(String stored) {
        try {
            return json.readTree(stored);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored post is no JSON", e);
        }
    }

    private static String digest(String text) {
        try {
            byte[] whole = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(whole, 0, ID_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
