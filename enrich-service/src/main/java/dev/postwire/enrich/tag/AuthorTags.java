package dev.postwire.enrich.tag;

import dev.postwire.enrich.post.Claim;
import dev.postwire.enrich.post.EnrichedPost.Evidence;
import dev.postwire.enrich.post.EnrichedPost.Tag;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The tags an author gave, in their order, each once: the spelling that came first is the label, every place that named it and the
 * first places in the text that do are its evidence. Thread-safe.
 */
public final class AuthorTags {
    private static final int MOST_TAGS = 100;
    private static final int LONGEST_LABEL = 100;

    public List<Tag> tags(List<Claim> claims, String text) {
        Map<String, List<Claim>> bySlug = new LinkedHashMap<>();
        for (Claim claim : claims) {
            String label = claim.value();
            String slug = Slug.of(label);
            boolean usable = !slug.isEmpty() && label.length() <= LONGEST_LABEL;
            if (usable && (bySlug.size() < MOST_TAGS || bySlug.containsKey(slug))) {
                bySlug.computeIfAbsent(slug, s -> new ArrayList<>()).add(claim);
            }
        }
        Mentions mentions = new Mentions(text);
        List<Tag> tags = new ArrayList<>(bySlug.size());
        bySlug.forEach((slug, named) -> tags.add(tag(slug, named, mentions)));
        return tags;
    }

    private static Tag tag(String slug, List<Claim> claims, Mentions mentions) {
        String label = claims.get(0).value();
        List<Evidence> evidence = new ArrayList<>();
        claims.stream().map(Evidence::said).distinct().forEach(evidence::add);
        evidence.addAll(mentions.of(label));
        return new Tag(slug, label, List.of("author"), 1, evidence);
    }
}
