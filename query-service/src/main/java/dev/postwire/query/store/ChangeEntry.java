package dev.postwire.query.store;

import dev.postwire.query.post.DocumentJson;
import java.time.Instant;
import java.util.Optional;

/**
 * One entry of the changes feed: the last change of a post.
 *
 * @param post what is stored now; absent where the post was erased, and where only ids were asked for
 */
public record ChangeEntry(long number, String id, boolean erased, Optional<Version> post) {

    /** @param bodies the JSON of html, markdown and text; empty where they were not asked for */
    public record Version(int revision, Instant storedAt, String document, String bodies) {
        public String json() {
            return DocumentJson.of(document, bodies, revision, storedAt);
        }

        /** Without html, markdown and text. */
        public String summary() {
            return DocumentJson.of(document, "", revision, storedAt);
        }

        long size() {
            return (long) document.length() + bodies.length();
        }

        @Override
        public String toString() {
            return "Version[" + revision + ", " + storedAt + "]";
        }
    }
}
