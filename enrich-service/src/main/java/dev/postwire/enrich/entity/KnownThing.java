package dev.postwire.enrich.entity;

import java.util.Objects;
import java.util.Optional;

/**
 * A place where a vocabulary knows the words that stand there.
 *
 * @param type empty where it is a subject, which is no entity
 * @param id the same for the same thing, whatever it is called
 * @param name its preferred name
 * @param first the first of its words, in the title or in the text
 * @param last the last of its words, included
 * @param gate how sure it is that these words mean it, 0 to 1
 */
public record KnownThing(
        Optional<EntityType> type, String id, String name, boolean inTitle, int first, int last, double gate) {
    public KnownThing {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(name, "name");
        if (first < 0 || last < first) throw new IllegalArgumentException("first and last");
    }
}
