package dev.postwire.ingest.feed;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One entry of a feed, what the feed says for all its entries included. Texts are as long as they were.
 *
 * @param guid what the feed names it by, for ever
 * @param url its page, absolute
 * @param title without markup, on one line
 * @param published as RFC 3339 has it, or its beginning; as is {@code updated}
 * @param language as it was written
 * @param content what there is to read; empty where the feed gives none
 */
public record Entry(
        Optional<String> guid,
        Optional<String> url,
        Optional<String> title,
        List<Author> authors,
        Optional<String> published,
        Optional<String> updated,
        List<String> tags,
        Optional<String> language,
        Optional<Content> content) {
    /** Who wrote it; the URL may be null. */
    public record Author(String name, String url) {
        public Author {
            Objects.requireNonNull(name, "name");
        }
    }

    /** The text, as HTML or plain. */
    public record Content(boolean html, String text) {
        @Override
        public String toString() {
            return "Content[html=" + html + ", characters=" + text.length() + "]";
        }
    }

    public Entry {
        authors = List.copyOf(authors);
        tags = List.copyOf(tags);
    }

    @Override
    public String toString() {
        return "Entry[authors=" + authors.size() + ", tags=" + tags.size() + ", content=" + content + "]";
    }
}
