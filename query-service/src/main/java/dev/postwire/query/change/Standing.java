package dev.postwire.query.change;

import dev.postwire.query.post.EnricherVersion;
import dev.postwire.query.post.Origin;
import java.util.Optional;

/** What is stored under one id: the post, if there is one, and its latest erasure, if there was one. */
public record Standing(Optional<Held> held, Optional<Origin> erased) {
    public static final Standing NOTHING = new Standing(Optional.empty(), Optional.empty());

    /** The version of a post that is stored. */
    public record Held(Origin origin, EnricherVersion version, int revision) {}

    Standing withHeld(Held now) {
        return new Standing(Optional.of(now), erased);
    }

    Standing withoutPost() {
        return new Standing(Optional.empty(), erased);
    }

    Standing withErased(Origin origin) {
        return new Standing(held, Optional.of(origin));
    }
}
