package dev.postwire.enrich.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** How one script's model is learned, and what it makes of texts of sources held back from it. */
record LanguageCourse(Corpus corpus, Script script, List<String> names, int bits, int steps) {
    /** Connected prose and interface texts, as posts are; the other sources are lists of words or too small. */
    private static final Set<String> HELD_OUT = Set.of("chrome", "electron", "shared");

    private static final int TRIALS = 12_000;

    Learner learned() {
        return learned(corpus);
    }

    private Learner learned(Corpus texts) {
        Learner learner = new Learner(texts.of(script), bits);
        double[] weights =
                learner.languages.stream().mapToDouble(Learner::drawn).toArray();
        learner.learn(new Examples(texts, script, learner.languages, weights, names), steps);
        return learner;
    }

    /** Each of the sources held back in turn, the languages as often as they are met. */
    List<Trial> crossValidated() {
        Set<String> held = new TreeSet<>(HELD_OUT);
        held.removeIf(source -> corpus.only(source).of(script).isEmpty());
        return held.parallelStream().flatMap(this::trials).toList();
    }

    private Stream<Trial> trials(String source) {
        Learner learner = learned(corpus.without(source));
        Corpus unseen = corpus.only(source);
        double[] weights =
                learner.languages.stream().mapToDouble(Prevalence::of).toArray();
        Examples examples = new Examples(unseen, script, learner.languages, weights, List.of());
        List<Trial> trials = new ArrayList<>();
        for (int i = 0; i < TRIALS; i++) {
            Example example = examples.next();
            int[] rows = Ngrams.rows(example.words(), bits, Learner.MOST_NGRAMS);
            if (rows.length == 0) continue;
            trials.add(new Trial(
                    learner.sums(rows),
                    rows.length,
                    learner.met(),
                    example.language(),
                    example.words().size()));
        }
        return trials.stream();
    }
}
