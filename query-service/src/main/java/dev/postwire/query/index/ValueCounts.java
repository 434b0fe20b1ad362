package dev.postwire.query.index;

import dev.postwire.query.index.PostCounts.Count;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Makes of counted texts the counts of the values they name: those that differ in the label only are one. */
final class ValueCounts {
    private ValueCounts() {}

    /**
     * The most frequent first, equals by their value; each with the label that most posts write.
     *
     * @param counted posts by the text that is in the index
     * @param every of how many posts one was looked at
     */
    static List<Count> of(Map<String, Integer> counted, int every) {
        Map<String, Count> counts = new HashMap<>();
        Map<String, Integer> best = new HashMap<>();
        counted.forEach((text, posts) -> {
            int seam = text.indexOf(PostDocument.SEAM);
            String value = seam < 0 ? text : text.substring(0, seam);
            String label = text.substring(seam + 1);
            int before = best.getOrDefault(value, 0);
            Count other = counts.get(value);
            boolean better = other == null || posts > before || (posts == before && label.compareTo(other.label()) < 0);
            if (better) best.put(value, posts);
            int sum = posts * every + (other == null ? 0 : other.posts());
            counts.put(value, new Count(value, better ? label : other.label(), sum));
        });
        List<Count> sorted = new ArrayList<>(counts.values());
        sorted.sort(Comparator.comparingInt((Count count) -> -count.posts()).thenComparing(Count::value));
        return sorted;
    }
}
