package dev.postwire.enrich.learn;

import dev.postwire.enrich.tag.Candidate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What was learned from the posts of one site, or of all sites that have few. Immutable, thread-safe. */
final class SiteModel {
    private static final int MOST_CANDIDATES = 20;
    private static final double LEAST_COINED = 0.02;

    final SiteIndex index;
    final Learned learned;

    SiteModel(SiteIndex index, Learned learned) {
        this.index = index;
        this.learned = learned;
    }

    /**
     * A tag in question and how probable it is.
     *
     * @param features that the ranker saw; of a coined tag the coiner's
     */
    record Ranked(int label, float[] features, Optional<Coinage.Words> coined, double probability) {}

    List<Candidate> suggest(Subject subject) {
        Reading whole = Reading.of(subject);
        Map<Integer, Hit> hits = index.labels.hits(whole);
        Reading post = whole.with(index.terms.known(whole.terms()));
        Vector vector = index.terms.weighted(post.terms());
        float[] linear = learned.linear().scores(vector);
        Question question = Question.of(index, post, hits, linear);
        List<Ranked> ranked = ranked(question.rows());
        learned.coiner().ifPresent(coiner -> coin(coiner, whole, hits, linear, ranked));
        ranked.sort(Comparator.comparingDouble(Ranked::probability).reversed());
        int count = learned.ranker()
                .count(ranked.stream().mapToDouble(Ranked::probability).toArray());
        Explanation explanation = new Explanation(this, subject.words(), post, question, vector);
        List<Candidate> candidates = new ArrayList<>();
        for (int i = 0; i < Math.min(MOST_CANDIDATES, ranked.size()); i++) {
            candidates.add(explanation.of(ranked.get(i), i, count));
        }
        return candidates;
    }

    private List<Ranked> ranked(List<Question.Row> rows) {
        double[] probabilities = learned.ranker()
                .probabilities(rows.stream().map(Question.Row::features).toArray(float[][]::new));
        List<Ranked> ranked = new ArrayList<>();
        for (int i = 0; i < probabilities.length; i++)
            ranked.add(new Ranked(rows.get(i).label(), rows.get(i).features(), Optional.empty(), probabilities[i]));
        return ranked;
    }

    private void coin(Ranker coiner, Reading post, Map<Integer, Hit> hits, float[] linear, List<Ranked> ranked) {
        int named = (int) hits.values().stream().filter(Hit::isWhole).count();
        List<Coinage.Words> all = Coinage.of(index, post, -1, named, linear);
        double[] probabilities =
                coiner.probabilities(all.stream().map(words -> words.features).toArray(float[][]::new));
        for (int i = 0; i < probabilities.length; i++) {
            Coinage.Words words = all.get(i);
            if (probabilities[i] >= LEAST_COINED)
                ranked.add(new Ranked(-1, words.features, Optional.of(words), probabilities[i]));
        }
    }
}
