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
 * The tags of one post, of all that were considered. The author's tags are the post's, where there are any; else those that the
 * site's authors would have given, where enough is learned of them; else those that vocabulary, key phrases and the authors of other
 * sites suggest. What the others say of a tag that is given is further evidence, and the tag names them all.
 *
 * @param considered all candidates but the author's, for the trace
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
     * @param learned what authors would give by what was learned
     * @param site whether what was learned was learned of this very site
     * @param cold what is found without having learned anything of the site
     */
    public static Tagging of(List<Tag> author, List<Candidate> learned, Acquaintance site, List<Candidate> cold) {
        List<Candidate> considered = new ArrayList<>();
        Map<String, Tag> tags = new LinkedHashMap<>();
        author.forEach(tag -> tags.put(tag.slug(), tag));
        List<Candidate> sure =
                learned.stream().map(candidate -> sure(candidate, site)).toList();
        add(sure, author.isEmpty(), "; the author gave others", tags, considered);
        boolean open = author.isEmpty() && site != Acquaintance.KNOWN;
        add(
                cold,
                open,
                author.isEmpty() ? "; what is known of the site decides" : "; the author gave others",
                tags,
                considered);
        return new Tagging(List.copyOf(tags.values()), considered);
    }

    /** Of the tags of others there would else always be one: the best of those that are all improbable. */
    private static Candidate sure(Candidate candidate, Acquaintance site) {
        boolean sure = !candidate.chosen() || candidate.confidence() >= site.least;
        return sure ? candidate : candidate.withheld("; of other sites, and less probable than " + site.least);
    }

    /** @param open whether tags may be given that are not given yet */
    private static void add(
            List<Candidate> candidates,
            boolean open,
            String closed,
            Map<String, Tag> tags,
            List<Candidate> considered) {
        for (Candidate candidate : candidates) {
            boolean given = candidate.chosen() && (open || tags.containsKey(candidate.slug()));
            if (given) tags.merge(candidate.slug(), candidate.tag(), Tagging::joined);
            considered.add(given || !candidate.chosen() ? candidate : candidate.withheld(closed));
        }
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
