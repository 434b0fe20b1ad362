package dev.postwire.bench.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class WordTablesTest {
    private static final int DRAWN = 20_000;

    @Test
    void drawsWordsAsOftenAsTheyWereCounted() {
        Map<String, Integer> counted = Map.of("a", 4, "in", 3, "the", 2, "garden", 1);
        WordTables words = new WordTables(tables(counted));
        SplittableRandom random = new SplittableRandom(1);
        Map<String, Integer> drawn = new HashMap<>();

        for (int i = 0; i < DRAWN; i++) drawn.merge(words.draw(random), 1, Integer::sum);

        assertEquals(counted.keySet(), drawn.keySet());
        counted.forEach((word, count) -> assertEquals(count / 10.0, drawn.get(word) / (double) DRAWN, 0.02, word));
    }

    @Test
    void drawsTheSameFromTheSameSeed() {
        WordTables words = new WordTables(tables(Map.of("house", 2, "mouse", 1, "mousetrap", 1)));

        assertEquals(words.draw(new SplittableRandom(5)), words.draw(new SplittableRandom(5)));
        assertTrue(words.draw(new SplittableRandom(5)).contains("ouse"));
    }

    /** As lingua counts: an n-gram's share of all that begin with the same characters but the last. */
    private static List<Map<String, Double>> tables(Map<String, Integer> words) {
        List<Map<String, Double>> counts = new ArrayList<>();
        for (int n = 1; n <= 5; n++) {
            Map<String, Double> count = new TreeMap<>();
            for (Map.Entry<String, Integer> word : words.entrySet()) {
                for (int i = 0; i + n <= word.getKey().length(); i++)
                    count.merge(word.getKey().substring(i, i + n), (double) word.getValue(), Double::sum);
            }
            counts.add(count);
        }
        double letters =
                counts.get(0).values().stream().mapToDouble(count -> count).sum();
        List<Map<String, Double>> tables = new ArrayList<>();
        for (int n = 0; n < counts.size(); n++) {
            Map<String, Double> table = new TreeMap<>();
            Map<String, Double> shorter = n == 0 ? Map.of("", letters) : counts.get(n - 1);
            counts.get(n)
                    .forEach((ngram, count) ->
                            table.put(ngram, count / shorter.get(ngram.substring(0, ngram.length() - 1))));
            tables.add(table);
        }
        return tables;
    }
}
