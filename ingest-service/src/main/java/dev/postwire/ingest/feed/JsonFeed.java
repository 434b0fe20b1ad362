package dev.postwire.ingest.feed;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Entries of JSON Feed 1.0 and 1.1. */
final class JsonFeed {
    private static final int MOST_DEPTH = 100;

    /** What a value or a name is in memory: its node, its place in a table; characters count with the text. */
    private static final int TOKEN_BYTES = 64;

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MOST_DEPTH)
                            .maxStringLength(Integer.MAX_VALUE) // the body's own bound is the bound
                            .build())
                    .build())
            .build();

    private final JsonNode feed;
    private final FeedSource source;
    private final List<Entry.Author> authors;

    private JsonFeed(JsonNode feed, FeedSource source) {
        this.feed = feed;
        this.source = source;
        // Once for all entries: each of them would have to pass by all of them.
        this.authors = authors(feed);
    }

    static List<Entry> entries(String text, FeedSource source, Room room) throws MalformedFeedException {
        try {
            askFor(room, text);
            JsonNode feed = JSON.readTree(text);
            if (!feed.path("items").isArray()) throw new MalformedFeedException("is JSON, but no JSON Feed", 1, 1);
            List<Entry> entries = new ArrayList<>();
            JsonFeed reader = new JsonFeed(feed, source);
            feed.path("items").forEach(item -> entries.add(reader.entry(item)));
            return entries;
        } catch (JsonProcessingException e) {
            JsonLocation place = e.getLocation();
            throw new MalformedFeedException(
                    "is no valid JSON at this place",
                    place == null ? 1 : Math.max(1, place.getLineNr()),
                    place == null ? 1 : Math.max(1, place.getColumnNr()));
        }
    }

    /** Before anything is kept: a few packed bytes can be millions of empty objects. */
    private static void askFor(Room room, String text) throws JsonProcessingException {
        try (JsonParser parser = JSON.createParser(text)) {
            while (parser.nextToken() != null) room.take(TOKEN_BYTES);
        } catch (JsonProcessingException e) {
            throw e;
        } catch (IOException e) {
            throw new IllegalStateException("a text in memory cannot be read", e);
        }
    }

    private Entry entry(JsonNode item) {
        URI base = source.address()
                .or(() -> text(feed, "feed_url")
                        .or(() -> text(feed, "home_page_url"))
                        .flatMap(FeedSource::uri))
                .orElse(null);
        List<Entry.Author> own = authors(item);
        return new Entry(
                text(item, "id").or(() -> Optional.of(item.path("id"))
                        .filter(JsonNode::isNumber)
                        .map(JsonNode::asText)),
                text(item, "url")
                        .or(() -> text(item, "external_url"))
                        .map(url -> Markup.resolve(base, url))
                        .filter(url -> url.startsWith("http://") || url.startsWith("https://")),
                text(item, "title").map(Markup::oneLine),
                own.isEmpty() ? authors : own,
                text(item, "date_published").flatMap(FeedDate::read),
                text(item, "date_modified").flatMap(FeedDate::read),
                tags(item),
                text(item, "language").or(() -> text(feed, "language")).or(source::language),
                content(item, base));
    }

    private static Optional<Entry.Content> content(JsonNode item, URI base) {
        return text(item, "content_html")
                .map(html -> new Entry.Content(true, base == null ? html : Markup.absolute(html, base)))
                .or(() -> text(item, "content_text").map(text -> new Entry.Content(false, text)))
                .or(() -> text(item, "summary").map(text -> new Entry.Content(false, text)));
    }

    private static List<Entry.Author> authors(JsonNode node) {
        List<Entry.Author> authors = new ArrayList<>();
        node.path("authors").forEach(author -> author(author).ifPresent(authors::add));
        if (authors.isEmpty()) author(node.path("author")).ifPresent(authors::add);
        return authors.stream().limit(50).toList();
    }

    private static Optional<Entry.Author> author(JsonNode author) {
        return text(author, "name")
                .map(name -> new Entry.Author(
                        Markup.oneLine(name), text(author, "url").orElse(null)));
    }

    private static List<String> tags(JsonNode item) {
        List<String> tags = new ArrayList<>();
        item.path("tags").forEach(tag -> {
            if (tag.isTextual() && !tag.textValue().isBlank()) tags.add(Markup.oneLine(tag.textValue()));
        });
        return tags.stream().distinct().limit(100).toList();
    }

    private static Optional<String> text(JsonNode node, String field) {
        return Optional.ofNullable(node.path(field).textValue())
                .map(String::strip)
                .filter(text -> !text.isEmpty());
    }
}
