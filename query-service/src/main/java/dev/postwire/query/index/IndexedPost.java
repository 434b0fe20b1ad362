package dev.postwire.query.index;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a post is found by.
 *
 * @param number of the change that brought it
 * @param language a BCP 47 tag
 * @param words how many there are
 * @param story what a post and its near-duplicates share
 */
public record IndexedPost(
        String id,
        long number,
        Instant receivedAt,
        Optional<Instant> published,
        Optional<String> title,
        String text,
        List<String> headings,
        List<String> authors,
        List<Tag> tags,
        String language,
        Optional<String> site,
        int words,
        Optional<String> story) {

    public IndexedPost {
        headings = List.copyOf(headings);
        authors = List.copyOf(authors);
        tags = List.copyOf(tags);
    }

    /** @param label as people write it */
    public record Tag(String slug, String label) {}

    /** Leaves out what people wrote. */
    @Override
    public String toString() {
        return "IndexedPost[id=" + id + ", number=" + number + "]";
    }
}
