package dev.postwire.ingest.post;

import java.util.Objects;
import java.util.Optional;

/**
 * Who sends a post, and under which key.
 *
 * @param caller the name that authentication found; empty where there is none
 * @param key what the call says; an envelope may say its own
 */
public record Sender(Optional<String> caller, Optional<IdempotencyKey> key) {
    /** Nobody is known, and nothing was said. */
    public static final Sender UNKNOWN = new Sender(Optional.empty(), Optional.empty());

    public Sender {
        Objects.requireNonNull(caller, "caller");
        Objects.requireNonNull(key, "key");
    }

    /** The sender of one of the many posts of this sender's call. */
    public Sender part(long number) {
        return new Sender(caller, key.map(whole -> whole.part(number)));
    }
}
