package dev.postwire.query.change;

import dev.postwire.query.post.EventReader.ReadPost;
import dev.postwire.query.post.LedgerEntry;
import dev.postwire.query.post.Origin;
import java.time.Instant;
import java.util.Optional;

/** What one record asks of the store. */
public sealed interface Change {
    /** The record it came from. */
    Source source();

    /** A result of enriching. Replaces what is stored if it is later. */
    record Publish(Source source, ReadPost post) implements Change {
        String id() {
            return post.post().id();
        }
    }

    /** The post is to go, and nothing from before may come back. */
    record Erase(Source source, String id, Origin origin) implements Change {}

    /** What became of a raw record. */
    record Account(Source source, String id, LedgerEntry entry, Instant accountedAt) implements Change {}

    /**
     * A dead letter: a rejected post, or a record that broke its contract ({@link #UNREADABLE}).
     *
     * @param bytes how long the value is
     * @param sha256 of the value, in hex
     * @param attempt how many times it was tried, from 1
     */
    record Bury(
            Source source,
            Optional<String> id,
            Optional<RawPlace> raw,
            String reason,
            String detail,
            Optional<String> contentType,
            long bytes,
            String sha256,
            int attempt,
            Optional<Instant> receivedAt,
            Instant rejectedAt)
            implements Change {
        /** The reason of a record that broke its contract: our own fault, never the post's. */
        public static final String UNREADABLE = "unreadable-record";

        @Override
        public String toString() {
            return "Bury[" + source + ", " + reason + "]";
        }
    }

    /** Where a raw record stands. */
    record RawPlace(int partition, long offset) {}
}
