package dev.postwire.ingest.post;

import java.util.Objects;
import java.util.Optional;

/**
 * A post that is taken: what it is called, what it is, what was said around it, and its exact bytes, which nobody changes.
 *
 * @param key the caller's name for this submission, if there is one
 */
public record Submission(
        PostId id, ContentType contentType, Metadata metadata, byte[] body, Optional<IdempotencyKey> key) {
    public Submission {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(contentType, "contentType");
        Objects.requireNonNull(metadata, "metadata");
        Objects.requireNonNull(body, "body");
        Objects.requireNonNull(key, "key");
    }

    @Override
    public String toString() {
        return "Submission[id=" + id + ", contentType=" + contentType + ", bytes=" + body.length + "]";
    }
}
