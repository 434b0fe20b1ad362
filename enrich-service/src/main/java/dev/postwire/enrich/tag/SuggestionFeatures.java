package dev.postwire.enrich.tag;

import dev.postwire.enrich.phrase.PhraseKey;
import dev.postwire.enrich.vocabulary.Concept;
import dev.postwire.enrich.vocabulary.Kind;
import dev.postwire.enrich.word.PostWords;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

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
        int[] byCount = ranks(all, Comparator.comparingDouble((Suggestion s) -> -weight(s)));
        int[] byScore = ranks(all, Comparator.comparingDouble((Suggestion s) -> -s.score()));
        int[] byHabit = ranks(all, Comparator.comparingDouble((Suggestion s) -> -habits.habit(s.key())));
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

    private static int[] ranks(List<Suggestion> all, Comparator<Suggestion> order) {
        List<Integer> numbers = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) numbers.add(i);
        numbers.sort((a, b) -> order.compare(all.get(a), all.get(b)));
        int[] ranks = new int[all.size()];
        for (int i = 0; i < ranks.length; i++) ranks[numbers.get(i)] = i;
        return ranks;
    }

    private float[] row(PostWords post, Suggestion s, int byCount, int byScore, int byHabit, int concepts) {
        int size = Math.max(1, post.text().size());
        int titleWords = post.title().size();
        Kind kind = s.concept().map(Concept::kind).orElse(null);
        double tagWord = s.stems().stream()
                .mapToDouble(stem -> habits.tagWord(PhraseKey.of(stem)))
                .average()
                .orElse(0);
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
            s.label().chars().anyMatch(Character::isDigit) ? 1 : 0,
            s.label().chars().filter(Character::isUpperCase).count(),
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
