package dev.postwire.enrich.post;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * A post as it was submitted.
 *
 * @param eventId the submission's CloudEvents id
 * @param contentType as declared, with its parameters
 * @param bytes the body, unchanged
 * @param claims what was said around the body
 */
public record RawPost(String id, String eventId, Origin origin, String contentType, byte[] bytes, List<Claim> claims) {

    /** Where on the raw topic the post stands and when it was received. */
    public record Origin(int partition, long offset, Instant receivedAt) {
        public Origin {
            Objects.requireNonNull(receivedAt, "receivedAt");
        }
    }

    public RawPost {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(eventId, "eventId");
        Objects.requireNonNull(origin, "origin");
        Objects.requireNonNull(contentType, "contentType");
        Objects.requireNonNull(bytes, "bytes");
        claims = List.copyOf(claims);
    }

    @Override
    public String toString() {
        return "RawPost[id=" + id + ", origin=" + origin + ", bytes=" + bytes.length + "]";
    }
}
