package dev.postwire.ingest.post;

import java.util.Objects;

/** A post that is taken: what it is called, what it is, what was said around it, and its exact bytes, which nobody changes. */
public record Submission(PostId id, ContentType contentType, Metadata metadata, byte[] body) {
    public Submission {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(contentType, "contentType");
        Objects.requireNonNull(metadata, "metadata");
        Objects.requireNonNull(body, "body");
    }

    @Override
    public String toString() {
        return "Submission[id=" + id + ", contentType=" + contentType + ", bytes=" + body.length + "]";
    }
}
