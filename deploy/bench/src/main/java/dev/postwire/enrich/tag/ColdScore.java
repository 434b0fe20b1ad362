package dev.postwire.enrich.tag;

import dev.postwire.enrich.tag.Candidate.From;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What the tags given to posts of sites not seen are worth, as {@code ../shared/eval/tags.py} counts. */
final class ColdScore {
    static final List<String> HEAD =
            List.of("not seen", "posts", "tags a post", "precision", "recall", "doc F1", "vocabulary", "proposed");

    private int posts;
    private int gold;
    private double f1;
    private final int[] given = new int[From.values().length];
    private final int[] right = new int[From.values().length];

    void add(Set<String> wanted, List<Candidate> candidates) {
        int hits = 0;
        int chosen = 0;
        for (Candidate candidate : candidates) {
            if (!candidate.chosen()) continue;
            Set<String> names = new HashSet<>(List.of(candidate.slug(), Slug.of(candidate.label())));
            names.retainAll(wanted);
            chosen++;
            given[candidate.from().ordinal()]++;
            if (names.isEmpty()) continue;
            hits++;
            right[candidate.from().ordinal()]++;
        }
        posts++;
        gold += wanted.size();
        f1 += 2.0 * hits / (chosen + wanted.size());
    }

    double precision() {
        int all = sum(given);
        return all == 0 ? 1 : (double) sum(right) / all;
    }

    List<String> row(String name) {
        return List.of(
                name,
                String.valueOf(posts),
                two(sum(given), posts),
                three(sum(right), sum(given)),
                three(sum(right), gold),
                three(f1, posts),
                of(From.VOCABULARY),
                of(From.PROPOSED));
    }

    private String of(From from) {
        int number = given[from.ordinal()];
        return number == 0 ? "–" : three(right[from.ordinal()], number) + " of " + number;
    }

    private static int sum(int[] counts) {
        int sum = 0;
        for (int count : counts) sum += count;
        return sum;
    }

    private static String two(double part, double whole) {
        return String.format(Locale.ROOT, "%.2f", part / whole);
    }

    private static String three(double part, double whole) {
        return whole == 0
                ? "–"
                : String.format(Locale.ROOT, "%.3f", part / whole).replaceFirst("^0", "");
    }
}
