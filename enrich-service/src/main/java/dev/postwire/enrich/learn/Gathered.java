package dev.postwire.enrich.learn;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A post gathered for training.
 *
 * @param reading absent where the post comes from an earlier model, which kept its terms and hits
 * @param earlier the hits that an earlier model kept, by slug
 */
record Gathered(
        String id,
        String site,
        int day,
        int words,
        Terms terms,
        List<AuthorTag> tags,
        Optional<Reading> reading,
        Map<String, Hit> earlier) {

    static Gathered of(Example example) {
        Reading reading = Reading.of(example.post());
        String site = example.post().words().site().orElse("");
        return new Gathered(
                example.id(),
                site,
                reading.day(),
                reading.words(),
                reading.terms(),
                distinct(example.tags()),
                Optional.of(reading),
                Map.of());
    }

    private static List<AuthorTag> distinct(List<AuthorTag> tags) {
        Map<String, AuthorTag> bySlug = new LinkedHashMap<>();
        for (AuthorTag tag : tags) bySlug.putIfAbsent(tag.slug(), tag);
        return List.copyOf(bySlug.values());
    }

    static Gathered of(TaggedPost post, SiteIndex index) {
        List<AuthorTag> tags = new ArrayList<>();
        for (int label : post.labels()) tags.add(index.tags.get(label));
        Map<String, Hit> earlier = new HashMap<>();
        for (Hit hit : post.hits()) earlier.put(index.tags.get(hit.label).slug(), hit);
        return new Gathered(
                post.id(),
                post.site(),
                post.day(),
                post.words(),
                post.terms(index.terms),
                tags,
                Optional.empty(),
                earlier);
    }

    /** Whether it has been read since the earlier model was made. */
    boolean isFresh() {
        return reading.isPresent();
    }

    String language() {
        return reading.map(Reading::language).orElse("und");
    }

    /** The earlier hits under the labels' new numbers, and the rough ones of labels that are new. */
    Collection<Hit> hits(Map<String, Integer> labels, Map<Integer, Hit> rough) {
        Map<Integer, Hit> hits = new HashMap<>(rough);
        earlier.forEach((slug, hit) -> {
            Integer label = labels.get(slug);
            if (label != null) hits.put(label, hit.as(label));
        });
        return hits.values();
    }
}
