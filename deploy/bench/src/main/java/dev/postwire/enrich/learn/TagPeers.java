package dev.postwire.enrich.learn;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** What each of a model's scores would suggest if it were the only one. */
public final class TagPeers {
    private final SiteModel site;

    public TagPeers(TagModel model, String site) {
        this.site = model.sites().get(site);
    }

    /** By the name of the score the slugs, the highest first; of those with none at all none. */
    public Map<String, List<String>> of(Subject subject) {
        Reading post = Reading.of(subject);
        float[] linear = site.linear.scores(site.index.terms.weighted(post.terms()));
        List<Question.Row> rows = Question.of(site.index, post, site.index.labels.hits(post), linear)
                .rows();
        Map<String, List<String>> all = new LinkedHashMap<>();
        all.put(
                "most frequent tags",
                site.index.tags.stream().limit(10).map(AuthorTag::slug).toList());
        all.put("named tags", ranked(rows, row -> row.features()[Features.TELLS.ordinal()]));
        all.put("neighbours", ranked(rows, row -> row.features()[Features.FAR.ordinal()]));
        all.put("linear models", ranked(rows, row -> 3 + row.features()[Features.LINEAR.ordinal()]));
        return all;
    }

    private List<String> ranked(List<Question.Row> rows, ToDoubleFunction<Question.Row> score) {
        List<Question.Row> sorted = new ArrayList<>(rows);
        sorted.removeIf(row -> score.applyAsDouble(row) <= 0);
        sorted.sort(Comparator.comparingDouble(score).reversed());
        return sorted.stream()
                .map(row -> site.index.tags.get(row.label()).slug())
                .toList();
    }
}
