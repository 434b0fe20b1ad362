package dev.postwire.query.store;

import java.time.Instant;

/**
 * A post as it is read: written by {@link ChangeStore} alone. No entity, for it is read by its key more often than anything else, and
 * a session with its copy of the row costs more than the read itself.
 *
 * @param document the event's JSON but for the bodies
 * @param bodies the JSON of html, markdown and text
 */
public record StoredPost(int revision, Instant storedAt, String document, String bodies) {
    @Override
    public String toString() {
        return "StoredPost[revision=" + revision + ", storedAt=" + storedAt + "]";
    }
}
