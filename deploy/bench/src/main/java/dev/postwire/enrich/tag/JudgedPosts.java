package dev.postwire.enrich.tag;

import dev.postwire.enrich.trees.Forest;
import dev.postwire.enrich.trees.GradientBoosting;
import dev.postwire.enrich.trees.GradientBoosting.Settings;
import dev.postwire.enrich.vocabulary.Concept;
import dev.postwire.enrich.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is suggested for tagged posts, as rows to learn from, and whether each suggestion is right. */
final class JudgedPosts {
    private static final Settings SETTINGS = new Settings(80, 4, 0.08, 0.5, 0.6, 20);
    /** Another spelling of the author's tag, which would be right on a blog that spells it so. */
    private static final float NEARLY = 0.6f;
    /** Of a post of a blog against one of a page: search terms of pages are tags of a kind. */
    private static final float PAGE_WEIGHT = 0.1f;

    /** Large blogs count for more, but not by their size. */
    private static final double SITE_POWER = -0.4;

    /** One suggestion for one post. */
    record Row(TaggedPost post, Suggestion suggestion, float[] features) {
        boolean isRight() {
            return post.gold().contains(suggestion.slug()) || post.gold().contains(Slug.of(suggestion.label()));
        }
    }

    private final Vocabulary vocabulary;
    final List<Row> rows = new ArrayList<>();

    JudgedPosts(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    void add(List<TaggedPost> posts, TagHabits habits) {
        Suggestions suggestions = new Suggestions(vocabulary, habits);
        SuggestionFeatures features = new SuggestionFeatures(habits);
        for (TaggedPost post : posts) {
            if (post.gold().isEmpty()) continue;
            List<Suggestion> all = suggestions.of(post.words(), vocabulary.mentions(post.words()));
            float[][] table = features.rows(post.words(), all);
            for (int i = 0; i < table.length; i++) rows.add(new Row(post, all.get(i), table[i]));
        }
    }

    Forest train() {
        Map<String, Integer> sites = new HashMap<>();
        rows.stream().map(Row::post).distinct().forEach(post -> sites.merge(post.site(), 1, Integer::sum));
        Map<String, Integer> folds = new HashMap<>();
        float[][] table = new float[rows.size()][];
        float[] labels = new float[table.length];
        float[] weights = new float[table.length];
        int[] groups = new int[table.length];
        for (int i = 0; i < table.length; i++) {
            Row row = rows.get(i);
            table[i] = row.features;
            labels[i] = row.isRight() ? 1 : isNearlyRight(row) ? NEARLY : 0;
            boolean blog = TaggedPosts.BLOGS.contains(row.post.fold());
            weights[i] = (float) Math.pow(sites.get(row.post.site()), SITE_POWER) * (blog ? 1 : PAGE_WEIGHT);
            groups[i] = folds.computeIfAbsent(row.post.fold(), fold -> folds.size());
        }
        return GradientBoosting.train(SETTINGS, table, labels, weights, groups);
    }

    private boolean isNearlyRight(Row row) {
        String label = letters(row.suggestion.label(), row);
        for (String gold : row.post.gold()) {
            if (letters(gold, row).equals(label)) return true;
            Optional<Concept> meant = vocabulary.byLabel(gold);
            if (meant.isPresent() && meant.get().slug().equals(row.suggestion.slug())) return true;
        }
        return false;
    }

    private static String letters(String label, Row row) {
        return String.join("", VocabularyTagger.stems(row.post.words().stems(), label));
    }
}
