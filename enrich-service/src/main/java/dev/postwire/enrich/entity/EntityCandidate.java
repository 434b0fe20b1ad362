package dev.postwire.enrich.entity;

import java.util.List;
import java.util.Map;

/**
 * Something that was considered as an entity of a post, and what made or unmade it. A preview's trace tells all of them; the
 * document holds the chosen ones.
 *
 * @param score the sum of the signals of its best place; {@link EntityFinder#ENOUGH} is what it takes
 * @param signals what spoke for it and against it there, in points
 * @param reason why it was chosen or not, in words for an operator
 */
public record EntityCandidate(
        EntityType type, String name, double score, boolean chosen, Map<String, Double> signals, String reason) {

    @Override
    public String toString() {
        return "EntityCandidate[type=" + type + ", score=" + score + ", chosen=" + chosen + "]";
    }

    /** As a preview's trace tells it. */
    public Map<String, Object> note() {
        return Map.of(
                "type",
                type.code(),
                "name",
                name,
                "score",
                score,
                "chosen",
                chosen,
                "signals",
                signals,
                "reason",
                reason);
    }

    static List<Map<String, Object>> notes(List<EntityCandidate> candidates) {
        return candidates.stream().map(EntityCandidate::note).toList();
    }
}
