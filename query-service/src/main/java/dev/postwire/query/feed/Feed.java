package dev.postwire.query.feed;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * One page of a feed.
 *
 * @param id never changes for a query, whatever address it is read at
 * @param self this page's address
 * @param first the address of the first page
 * @param next the address of the page after this one
 * @param home what the feed is of, to read in a browser
 * @param hub the WebSub hub that is told of news
 */
public record Feed(
        String id,
        String title,
        String self,
        String first,
        Optional<String> next,
        String home,
        Optional<String> hub,
        List<Entry> entries) {
    /** Ids are tag URIs (RFC 4151): the same post has the same one everywhere, and a reader that knows it takes it for known. */
    public static final String TAG = "tag:postwire.dev,2026:";

    public Feed {
        entries = List.copyOf(entries);
    }

    Instant updated() {
        return entries.stream()
                .map(Entry::updated)
                .max(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
    }
}
