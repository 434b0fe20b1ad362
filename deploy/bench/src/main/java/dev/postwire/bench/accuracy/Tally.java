package dev.postwire.bench.accuracy;

import dev.postwire.bench.Wcxb;
import dev.postwire.bench.WordF1;
import dev.postwire.bench.Words;
import dev.postwire.bench.contender.Answer;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What one contender's answers to all pages are worth: means over pages. */
final class Tally {
    /** The row of all page types together. */
    static final String ALL = "all";

    private final Map<String, Scores> byType = new TreeMap<>();
    private final Map<Exactness, Mean> exact = new EnumMap<>(Exactness.class);
    private final Set<Exactness> said = EnumSet.noneOf(Exactness.class);
    private int failed;

    /** Word F1 over the pages of one type. */
    static final class Scores {
        final Mean f1 = new Mean();
        final Mean precision = new Mean();
        final Mean recall = new Mean();

        private void add(WordF1 score) {
            f1.add(score.f1());
            precision.add(score.precision());
            recall.add(score.recall());
        }
    }

    Tally() {
        byType.put(ALL, new Scores());
        for (Exactness field : Exactness.values()) exact.put(field, new Mean());
    }

    void add(Wcxb.Page page, Map<String, Integer> gold, Answer answer) {
        WordF1 score = WordF1.of(Words.counts(answer.text()), gold);
        byType.get(ALL).add(score);
        byType.computeIfAbsent(page.type(), type -> new Scores()).add(score);
        for (Exactness field : Exactness.values()) {
            if (field.isSaid(answer)) said.add(field);
            if (field.isLabelled(page)) exact.get(field).add(field.isRight(answer, page) ? 1 : 0);
        }
    }

    /** A page the contender threw on; what counts as its answer is added as any other. */
    void fail() {
        failed++;
    }

    int failed() {
        return failed;
    }

    Map<String, Scores> byType() {
        return byType;
    }

    /** A mean without a value where the contender never says such a thing. */
    Mean exact(Exactness field) {
        return said.contains(field) ? exact.get(field) : new Mean();
    }

    int labelled(Exactness field) {
        return exact.get(field).count();
    }
}
