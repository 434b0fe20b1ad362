package dev.postwire.enrich.tag;

import dev.postwire.enrich.post.EnrichedPost.Evidence;
import dev.postwire.enrich.post.EnrichedPost.Tag;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The tags of one post, of all that were considered. Where the author gave tags they are the post's tags, and what others say of
 * the same tag is further evidence; where not, they are what the others chose, the most probable first. A tag that several gave
 * names them all.
 *
 * @param considered all candidates, for the trace
 */
public record Tagging(List<Tag> tags, List<Candidate> considered) {
    /** Enough to show why. */
    private static final int MOST_EVIDENCE = 8;

    public Tagging {
        tags = List.copyOf(tags);
        considered = List.copyOf(considered);
    }

    /**
     * @param author what the author gave, in the author's order
     * @param others what was found otherwise
     */
    public static Tagging of(List<Tag> author, List<Candidate> others) {
        Map<String, Tag> tags = new LinkedHashMap<>();
        author.forEach(tag -> tags.put(tag.slug(), tag));
        others.stream()
                .filter(candidate -> candidate.chosen() && (author.isEmpty() || tags.containsKey(candidate.slug())))
                .sorted((a, b) -> Double.compare(b.confidence(), a.confidence()))
                .forEach(candidate -> tags.merge(candidate.slug(), candidate.tag(), Tagging::joined));
        return new Tagging(List.copyOf(tags.values()), others);
    }

    /** For a preview's trace: how many there are, and all that was considered. */
    public Map<String, Object> notes() {
        return Map.of("tags", tags.size(), "candidates", considered);
    }

    private static Tag joined(Tag tag, Tag further) {
        Set<String> from = new LinkedHashSet<>(tag.from());
        from.addAll(further.from());
        Set<Evidence> evidence = new LinkedHashSet<>(tag.evidence());
        further.evidence().stream()
                .limit(Math.max(0, MOST_EVIDENCE - evidence.size()))
                .forEach(evidence::add);
        return new Tag(
                tag.slug(),
                tag.label(),
                List.copyOf(from),
                Math.max(tag.confidence(), further.confidence()),
                new ArrayList<>(evidence));
    }
}
