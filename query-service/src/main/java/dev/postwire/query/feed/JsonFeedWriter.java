package dev.postwire.query.feed;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** Writes a feed as JSON Feed 1.1 (jsonfeed.org/version/1.1). For one feed. */
public final class JsonFeedWriter {
    public static final String MEDIA_TYPE = "application/feed+json";

    private static final JsonFactory JSON = JsonFactory.builder()
            // Half a surrogate pair has no bytes in UTF-8.
            .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
            .build();

    private final JsonGenerator json;

    private JsonFeedWriter(JsonGenerator json) {
        this.json = json;
    }

    public static String write(Feed feed) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            new JsonFeedWriter(json).feed(feed);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private void feed(Feed feed) throws IOException {
        json.writeStartObject();
        json.writeStringField("version", "https://jsonfeed.org/version/1.1");
        json.writeStringField("title", feed.title());
        json.writeStringField("home_page_url", feed.home());
        json.writeStringField("feed_url", feed.self());
        field("next_url", feed.next());
        if (feed.hub().isPresent()) {
            json.writeArrayFieldStart("hubs");
            json.writeStartObject();
            json.writeStringField("type", "WebSub");
            json.writeStringField("url", feed.hub().get());
            json.writeEndObject();
            json.writeEndArray();
        }
        json.writeArrayFieldStart("items");
        for (Entry entry : feed.entries()) item(entry);
        json.writeEndArray();
        json.writeEndObject();
    }

    private void item(Entry entry) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", entry.id());
        json.writeStringField("url", entry.page());
        field("external_url", entry.url());
        json.writeStringField("title", entry.title());
        // One of the two contents must be there.
        if (entry.html().isPresent())
            json.writeStringField("content_html", entry.html().get());
        else json.writeStringField("content_text", entry.summary().orElse(entry.title()));
        field("summary", entry.summary());
        field("image", entry.image());
        field("date_published", entry.published().map(DateTimeFormatter.ISO_OFFSET_DATE_TIME::format));
        json.writeStringField("date_modified", entry.updated().toString());
        field("language", entry.language());
        if (!entry.authors().isEmpty()) authors(entry);
        if (!entry.tags().isEmpty()) {
            json.writeArrayFieldStart("tags");
            for (Entry.Tag tag : entry.tags()) json.writeString(tag.label());
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    private void authors(Entry entry) throws IOException {
        json.writeArrayFieldStart("authors");
        for (Entry.Author author : entry.authors()) {
            json.writeStartObject();
            json.writeStringField("name", author.name());
            field("url", author.url());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void field(String name, Optional<String> value) throws IOException {
        if (value.isPresent()) json.writeStringField(name, value.get());
    }
}
