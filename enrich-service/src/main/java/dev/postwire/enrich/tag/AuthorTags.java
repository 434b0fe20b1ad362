package dev.postwire.enrich.tag;

import dev.postwire.enrich.post.Claim;
import dev.postwire.enrich.post.EnrichedPost.Evidence;
import dev.postwire.enrich.post.EnrichedPost.Tag;
import dev.postwire.enrich.post.Warning;
import dev.postwire.enrich.vocabulary.Alias;
import dev.postwire.enrich.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The tags an author gave, in their order, each once: the spelling that came first is the label, every place that named it and the
 * first places in the text that do are its evidence.
 *
 * <p>The slug is the label's by {@link Slug}, but where the vocabulary knows the label as another name of a concept it is the
 * concept's ({@code py3k}: {@code python}, {@code opensource}: {@code open-source}), as {@link Vocabulary#alias} tells, and the
 * evidence says so. Tags that come to one slug are one. Thread-safe.
 */
public final class AuthorTags {
    private static final int MOST_TAGS = 100;
    private static final int LONGEST_LABEL = 100;

    private final Vocabulary vocabulary;

    /** With the built-in vocabulary. */
    public AuthorTags() {
        this(Vocabulary.builtIn());
    }

    public AuthorTags(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /** Adds to the warnings where tags are left out. */
    public List<Tag> tags(List<Claim> claims, String text, List<Warning> warnings) {
        Map<String, Given> bySlug = new LinkedHashMap<>();
        int tooLong = 0;
        Set<String> beyond = new HashSet<>();
        for (Claim claim : claims) {
            String label = claim.value();
            if (label.length() > LONGEST_LABEL) {
                tooLong++;
                continue;
            }
            String own = Slug.of(label);
            if (!isWord(own)) continue;
            Optional<Alias> alias = vocabulary.alias(label);
            String slug = alias.map(a -> a.concept().slug()).orElse(own);
            if (bySlug.size() >= MOST_TAGS && !bySlug.containsKey(slug)) {
                beyond.add(slug);
                continue;
            }
            Given given = bySlug.computeIfAbsent(slug, s -> new Given(label));
            given.evidence.add(Evidence.said(claim));
            if (!given.isNew(label)) continue;
            alias.ifPresent(
                    a -> given.evidence.add(new Evidence(null, null, null, a.rule(), label + " \u2192 " + slug)));
        }
        if (tooLong > 0) warn(warnings, tooLong, "longer than " + LONGEST_LABEL + " characters");
        if (!beyond.isEmpty()) warn(warnings, beyond.size(), "beyond the " + MOST_TAGS + " that a post may have");
        Mentions mentions = new Mentions(text);
        List<Tag> tags = new ArrayList<>(bySlug.size());
        bySlug.forEach((slug, given) -> tags.add(given.tag(slug, mentions)));
        return tags;
    }

    private static void warn(List<Warning> warnings, int count, String why) {
        warnings.add(new Warning("tags-left-out", count + " of the author's tags: " + why));
    }

    /** {@code ...} and {@code #} name nothing, and are no part of an address either. */
    private static boolean isWord(String slug) {
        return slug.codePoints().anyMatch(Character::isLetterOrDigit);
    }

    /** What was said for one tag. */
    private static final class Given {
        final String label;
        final List<String> spellings = new ArrayList<>(1);
        final List<Evidence> evidence = new ArrayList<>();

        Given(String label) {
            this.label = label;
        }

        boolean isNew(String spelling) {
            return spellings.stream().noneMatch(spelling::equalsIgnoreCase) && spellings.add(spelling);
        }

        Tag tag(String slug, Mentions mentions) {
            List<Evidence> all = new ArrayList<>(evidence.stream().distinct().toList());
            for (String spelling : spellings) all.addAll(mentions.of(spelling));
            return new Tag(slug, label, List.of("author"), 1, all);
        }
    }
}
