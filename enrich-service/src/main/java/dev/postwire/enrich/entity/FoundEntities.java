package dev.postwire.enrich.entity;

import dev.postwire.enrich.post.EnrichedPost.Entity;
import java.util.List;
import java.util.Map;

/**
 * What a post names.
 *
 * @param entities in the order of their first mention, each with one mention at least
 * @param candidates all that was considered, the chosen ones first
 */
public record FoundEntities(List<Entity> entities, List<EntityCandidate> candidates) {
    public FoundEntities {
        entities = List.copyOf(entities);
        candidates = List.copyOf(candidates);
    }

    /** For a preview's trace: how many there are, and each candidate with what made or unmade it. */
    public Map<String, Object> notes() {
        return Map.of("entities", entities.size(), "candidates", EntityCandidate.notes(candidates));
    }

    @Override
    public String toString() {
        return "FoundEntities[entities=" + entities.size() + ", candidates=" + candidates.size() + "]";
    }
}
