package dev.postwire.query.index;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/** Reads what a post is found by from its stored JSON. Safe for any number of threads. */
final class IndexedPostReader {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ObjectReader DOCUMENT = JSON.readerFor(Document.class);

    /** More tags, names and headings than any post has; the rest is found by its words in the text. */
    private static final int MOST = 500;

    /** How much of a text is searched: about 80,000 words. A longer one is found by its beginning. */
    private static final int SEARCHED_CHARACTERS = 500_000;

    @JsonIgnoreProperties(ignoreUnknown = true)
    private record Document(
            String title,
            String site,
            String published,
            List<Author> authors,
            Language language,
            List<Heading> outline,
            List<SlugAndLabel> tags,
            Stats stats) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    private record Stats(int words) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    private record Author(String name) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    private record Language(String code) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    private record Heading(String title) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    private record SlugAndLabel(String slug, String label) {
        IndexedPost.Tag tag() {
            return new IndexedPost.Tag(slug, label);
        }
    }

    private IndexedPostReader() {}

    /** @throws UncheckedIOException where the store holds no JSON, which only a fault of ours writes */
    static IndexedPost read(StoreChange change) {
        StoreChange.Stored stored = change.stored().orElseThrow();
        try {
            Document document = DOCUMENT.readValue(stored.document());
            return new IndexedPost(
                    change.id(),
                    change.number(),
                    stored.receivedAt(),
                    Optional.ofNullable(document.published).map(IndexedPostReader::moment),
                    Optional.ofNullable(document.title),
                    text(stored.bodies()),
                    first(document.outline).stream().map(Heading::title).toList(),
                    first(document.authors).stream().map(Author::name).toList(),
                    first(document.tags).stream().map(SlugAndLabel::tag).toList(),
                    document.language.code,
                    Optional.ofNullable(document.site),
                    document.stats == null ? 0 : document.stats.words,
                    stored.story());
        } catch (IOException e) {
            throw new UncheckedIOException("the stored post cannot be read id=" + change.id(), e);
        }
    }

    private static <T> List<T> first(List<T> all) {
        return all == null ? List.of() : all.subList(0, Math.min(MOST, all.size()));
    }

    private static Instant moment(String text) {
        return OffsetDateTime.parse(text).toInstant();
    }

    /** Without a look at the other two forms, which are longer. */
    static String text(String bodies) throws IOException {
        try (JsonParser parser = JSON.createParser(bodies)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String field = parser.currentName();
                parser.nextToken();
                if (field.equals("text")) {
                    String text = parser.getText();
                    return text.length() > SEARCHED_CHARACTERS ? text.substring(0, SEARCHED_CHARACTERS) : text;
                }
                parser.skipChildren();
            }
        }
        return "";
    }
}
