package dev.postwire.query.index;

import java.time.Instant;
import java.util.Optional;

/**
 * The last change of a post, as the store has it.
 *
 * @param stored absent where the post was erased
 */
public record StoreChange(long number, String id, Optional<Stored> stored) {

    /** A post as it is stored: its JSON in two halves. */
    public record Stored(Instant receivedAt, Optional<String> story, String document, String bodies) {
        @Override
        public String toString() {
            return "Stored[" + receivedAt + "]";
        }
    }
}
