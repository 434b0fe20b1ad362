package dev.postwire.bench.search;

import java.util.Collections;
import java.util.List;
import java.util.Map;

/** How good one list of answers is. */
final class Judgement {
    private static final int FIRST = 10;

    private final List<String> found;
    private final Map<String, Integer> grades;

    /**
     * @param found ids, the best first
     * @param grades of the documents that answer, not empty
     */
    Judgement(List<String> found, Map<String, Integer> grades) {
        this.found = found;
        this.grades = grades;
    }

    /** Discounted gain of the first ten over that of the best ten there are. */
    double ndcg() {
        List<Integer> best = grades.values().stream()
                .sorted(Collections.reverseOrder())
                .limit(FIRST)
                .toList();
        return gain(found.stream().limit(FIRST).map(this::grade).toList()) / gain(best);
    }

    /** One over the place of the first that answers, 0 where none of the first ten does. */
    double reciprocalRank() {
        for (int place = 0; place < Math.min(FIRST, found.size()); place++) {
            if (grade(found.get(place)) > 0) return 1.0 / (place + 1);
        }
        return 0;
    }

    /** Which share of what answers was found at all. */
    double recall() {
        return (double) found.stream().filter(grades::containsKey).count() / grades.size();
    }

    private int grade(String id) {
        return grades.getOrDefault(id, 0);
    }

    private static double gain(List<Integer> grades) {
        double gain = 0;
        for (int place = 0; place < grades.size(); place++) {
            gain += grades.get(place) / (Math.log(place + 2) / Math.log(2));
        }
        return gain;
    }
}
