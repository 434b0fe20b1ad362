package dev.postwire.enrich.entity;

import dev.postwire.enrich.post.EnrichedPost.Author;
import dev.postwire.enrich.post.EnrichedPost.Link;
import dev.postwire.enrich.word.PostWords;
import java.util.List;

/** Finds what a post names. Thread-safe. */
public final class EntityFinder {
    /** The points a candidate needs. */
    public static final double ENOUGH = 4;

    /**
     * @param links with their places in the post's text
     * @param known what a vocabulary found in the post
     */
    public FoundEntities find(PostWords post, List<Author> authors, List<Link> links, List<KnownThing> known) {
        return new FoundEntities(List.of(), List.of());
    }
}
