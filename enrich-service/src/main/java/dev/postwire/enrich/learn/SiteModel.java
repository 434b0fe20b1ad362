package dev.postwire.enrich.learn;

import dev.postwire.enrich.tag.Candidate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** What was learned from the posts of one site, or of all sites that have few. Immutable, thread-safe. */
final class SiteModel {
    private static final int MOST_CANDIDATES = 30;

    final SiteIndex index;
    final LinearModels linear;
    final Ranker ranker;
    /** How many posts there were when the ranker was learned. */
    final int rankedPosts;

    SiteModel(SiteIndex index, LinearModels linear, Ranker ranker, int rankedPosts) {
        this.index = index;
        this.linear = linear;
        this.ranker = ranker;
        this.rankedPosts = rankedPosts;
    }

    List<Candidate> suggest(Subject subject) {
        Reading whole = Reading.of(subject);
        Map<Integer, Hit> hits = index.labels.hits(whole);
        Reading post = whole.with(index.terms.known(whole.terms()));
        Vector vector = index.terms.weighted(post.terms());
        Question question = Question.of(index, post, hits, linear.scores(vector));
        List<Ranked> ranked = new ArrayList<>();
        for (Question.Row row : question.rows()) ranked.add(new Ranked(row, ranker.probability(row.features())));
        ranked.sort(Comparator.comparingDouble(Ranked::probability).reversed());
        int count =
                ranker.count(ranked.stream().mapToDouble(Ranked::probability).toArray());
        Explanation explanation = new Explanation(this, subject.words(), post, question, vector);
        List<Candidate> candidates = new ArrayList<>();
        for (int i = 0; i < Math.min(MOST_CANDIDATES, ranked.size()); i++) {
            candidates.add(explanation.of(ranked.get(i), i, count));
        }
        return candidates;
    }

    record Ranked(Question.Row row, double probability) {}
}
