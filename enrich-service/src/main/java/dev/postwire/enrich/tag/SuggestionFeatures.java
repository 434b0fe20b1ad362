package dev.postwire.enrich.tag;

import dev.postwire.enrich.phrase.PhraseKey;
import dev.postwire.enrich.vocabulary.Concept;
import dev.postwire.enrich.vocabulary.Kind;
import dev.postwire.enrich.word.PostWords;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.ToDoubleFunction;

/** What the gate is told of each suggestion for a post, as a row of numbers. */
final class SuggestionFeatures {
    static final List<String> NAMES = List.of(
            "vocabulary",
            "subject",
            "software",
            "gate",
            "preferred",
            "exact",
            "kin",
            "broader",
            "title",
            "titleShare",
            "titleStart",
            "count",
            "density",
            "densityRank",
            "start",
            "first",
            "spread",
            "headings",
            "links",
            "capitals",
            "words",
            "letters",
            "digits",
            "signs",
            "rarity",
            "habit",
            "tagWord",
            "alone",
            "score",
            "rank",
            "postWords",
            "postTitle",
            "postConcepts",
            "habitRank",
            "tfIdf");

    private static final int NONE = 99;

    private final TagHabits habits;

    SuggestionFeatures(TagHabits habits) {
        this.habits = habits;
    }

    float[][] rows(PostWords post, List<Suggestion> all) {
        int[] byCount = ranks(all, SuggestionFeatures::weight);
        int[] byScore = ranks(all, Suggestion::score);
        int[] byHabit = ranks(all, s -> habits.habit(s.key()));
        int concepts = (int) all.stream().filter(s -> s.concept().isPresent()).count();
        float[][] rows = new float[all.size()][];
        for (int i = 0; i < rows.length; i++)
            rows[i] = row(post, all.get(i), byCount[i], byScore[i], byHabit[i], concepts);
        return rows;
    }

    private static double tfIdf(Suggestion s) {
        return weight(s) * s.rarity() * s.rarity();
    }

    private static double weight(Suggestion s) {
        return s.count() + (s.inTitle() ? 2 : 0);
    }

    /** 0 for the highest value; of two alike for the one that comes first. */
    private static int[] ranks(List<Suggestion> all, ToDoubleFunction<Suggestion> value) {
        double[] values = all.stream().mapToDouble(value).toArray();
        Integer[] order = new Integer[values.length];
        for (int i = 0; i < order.length; i++) order[i] = i;
        Arrays.sort(order, (a, b) -> Double.compare(values[b], values[a]));
        int[] ranks = new int[values.length];
        for (int i = 0; i < ranks.length; i++) ranks[order[i]] = i;
        return ranks;
    }

    /** In chars. */
    private static int count(String label, IntPredicate kind) {
        int count = 0;
        for (int i = 0; i < label.length(); i++) if (kind.test(label.charAt(i))) count++;
        return count;
    }

    private float[] row(PostWords post, Suggestion s, int byCount, int byScore, int byHabit, int concepts) {
        int size = Math.max(1, post.text().size());
        int titleWords = post.title().size();
        Kind kind = s.concept().map(Concept::kind).orElse(null);
        double tagWord = 0;
        for (String stem : s.stems())
            tagWord += habits.tagWord(PhraseKey.of(stem)) / s.stems().size();
        int count = Math.max(1, s.count());
        return new float[] {
            s.concept().isPresent() ? 1 : 0,
            kind == Kind.SUBJECT ? 1 : 0,
            kind == Kind.SOFTWARE ? 1 : 0,
            (float) s.gate(),
            (float) s.preferred(),
            (float) s.exact(),
            s.kin(),
            s.concept().map(c -> c.broader().size()).orElse(0),
            s.inTitle() ? 1 : 0,
            s.inTitle() ? (float) s.stems().size() / Math.max(1, titleWords) : 0,
            s.inTitle() ? (float) s.titleWord() / Math.max(1, titleWords) : 1,
            (float) Math.log1p(s.count()),
            (float) (100.0 * s.count() / (size + 50)),
            (float) Math.log1p(byCount),
            s.first() < 0 ? 1 : (float) s.first() / size,
            (float) Math.log1p(s.first() < 0 ? size : s.first()),
            s.spread(),
            (float) Math.log1p(s.inHeadings()),
            (float) Math.log1p(s.inLinks()),
            (float) s.capitalised() / count,
            s.stems().size(),
            s.label().length(),
            count(s.label(), Character::isDigit) > 0 ? 1 : 0,
            count(s.label(), Character::isUpperCase),
            (float) s.rarity(),
            (float) habits.habit(s.key()),
            (float) tagWord,
            (float) s.alone() / count,
            (float) s.score(),
            (float) Math.log1p(s.score() == 0 ? NONE : byScore),
            (float) Math.log1p(size),
            (float) Math.log1p(titleWords),
            (float) Math.log1p(concepts),
            (float) Math.log1p(byHabit),
            (float) (100.0 * tfIdf(s) / (size + 50))
        };
    }
}
