package dev.postwire.bench.corpus;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * The words behind tables of n-grams that were counted within words. What an n-gram's continuations on either side lack
 * of its own frequency is how often it stands at a word's start or end: so the words up to three characters follow exactly,
 * and longer ones as a walk from their first four characters.
 */
final class WordTables {
    private static final int MEMORY = 4;
    private static final int LONGEST = 24;
    private static final double LEAST = 1e-12;

    /** Whole words up to three characters, and the first four characters of longer ones. */
    private final Weighted starts = new Weighted();

    /** The fifth character after four. */
    private final Map<String, Weighted> next = new HashMap<>();

    /** @param tables for one to five characters, how likely the last is after those before */
    WordTables(List<Map<String, Double>> tables) {
        Map<Integer, Map<String, Double>> joint = new TreeMap<>();
        joint.put(1, tables.get(0));
        for (int n = 2; n <= MEMORY + 1; n++) joint.put(n, joint(tables.get(n - 1), joint.get(n - 1)));
        for (int n = 1; n < MEMORY; n++) addWords(joint.get(n), joint.get(n + 1), joint.get(n + 2));
        Map<String, Double> inside = summed(joint.get(MEMORY + 1), 1, 0);
        joint.get(MEMORY).forEach((start, all) -> {
            double weight = all - inside.getOrDefault(start, 0.0);
            if (weight > LEAST) starts.add(start, weight);
        });
        tables.get(MEMORY)
                .forEach((ngram, share) -> next.computeIfAbsent(ngram.substring(0, MEMORY), start -> new Weighted())
                        .add(ngram.substring(MEMORY), share));
    }

    /** How likely each n-gram is as a whole. */
    static Map<String, Double> joint(Map<String, Double> shares, Map<String, Double> shorter) {
        Map<String, Double> joint = new TreeMap<>();
        shares.forEach((ngram, share) ->
                joint.put(ngram, share * shorter.getOrDefault(ngram.substring(0, ngram.length() - 1), 0.0)));
        return joint;
    }

    private void addWords(Map<String, Double> joint, Map<String, Double> longer, Map<String, Double> longest) {
        Map<String, Double> after = summed(longer, 1, 0);
        Map<String, Double> before = summed(longer, 0, 1);
        Map<String, Double> between = summed(longest, 1, 1);
        joint.forEach((word, all) -> {
            double weight = all
                    - after.getOrDefault(word, 0.0)
                    - before.getOrDefault(word, 0.0)
                    + between.getOrDefault(word, 0.0);
            if (weight > 0) starts.add(word, weight);
        });
    }

    /** By what is left of each n-gram without so many characters at its start and end. */
    static Map<String, Double> summed(Map<String, Double> joint, int start, int end) {
        Map<String, Double> sums = new HashMap<>();
        joint.forEach((ngram, share) -> sums.merge(ngram.substring(start, ngram.length() - end), share, Double::sum));
        return sums;
    }

    String draw(SplittableRandom random) {
        StringBuilder word = new StringBuilder(starts.draw(random));
        while (word.length() >= MEMORY && word.length() < LONGEST) {
            Weighted characters = next.get(word.substring(word.length() - MEMORY));
            double at = random.nextDouble();
            if (characters == null || at >= characters.sum()) break; // the rest of the probability is the word's end
            word.append(characters.at(at));
        }
        return word.toString();
    }
}
