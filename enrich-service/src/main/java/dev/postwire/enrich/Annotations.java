package dev.postwire.enrich;

import dev.postwire.enrich.post.EnrichedPost.EnricherVersion;
import dev.postwire.enrich.post.EnrichedPost.Entity;
import dev.postwire.enrich.post.EnrichedPost.Language;
import dev.postwire.enrich.post.EnrichedPost.Tag;
import java.util.List;

/** What is said about a post's content: its language, what it is about, what it names, and which rules and models say so. */
record Annotations(Language language, List<Tag> tags, List<Entity> entities, EnricherVersion enricher) {
    Annotations {
        tags = List.copyOf(tags);
        entities = List.copyOf(entities);
    }
}
