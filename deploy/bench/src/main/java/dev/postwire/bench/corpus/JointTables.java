package dev.postwire.bench.corpus;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Where words meet, learned from how often runs of letters are met within words: of each run of four letters how often a word begins
 * with it, how often one ends with it, and which letter follows. Rare runs are left out.
 */
final class JointTables {
    private static final int RUN = 4;

    /** Rarer runs say little, and there are many of them. */
    private static final double RAREST_RUN = 1e-7;

    private static final double RAREST_START = Math.exp(-16);
    private static final double RAREST_END = Math.exp(-5);
    private static final double RAREST_LETTER = Math.exp(-8);
    private static final int LETTER_BITS = 5;
    private static final int MOST_LETTERS = (1 << LETTER_BITS) - 2;
    private static final double STEPS = 5;
    private static final int MOST_STEPS = 127;

    private final String alphabet;
    private final TreeMap<Integer, Integer> values = new TreeMap<>();

    /** @param tables for one to five characters, how likely the last is after those before */
    JointTables(List<Map<String, Double>> tables) {
        Map<String, Double> shorter = tables.get(0);
        for (int n = 2; n < RUN; n++) shorter = WordTables.joint(tables.get(n - 1), shorter);
        Map<String, Double> runs = WordTables.joint(tables.get(RUN - 1), shorter);
        Map<String, Double> longer = WordTables.joint(tables.get(RUN), runs);
        alphabet = alphabet(tables.get(0));
        Map<String, Double> before = WordTables.summed(longer, 1, 0);
        Map<String, Double> after = WordTables.summed(longer, 0, 1);
        runs.forEach((run, all) -> {
            add(key(run), all - before.getOrDefault(run, 0.0), RAREST_START);
            if (all <= RAREST_RUN) return;
            add(end(key(run)), (all - after.getOrDefault(run, 0.0)) / all, RAREST_END);
        });
        longer.forEach((run, all) -> {
            if (all > RAREST_RUN) add(key(run), tables.get(RUN).get(run), RAREST_LETTER);
        });
    }

    /** The most frequent letters, in the order of their code points. */
    private static String alphabet(Map<String, Double> letters) {
        SortedSet<String> kept = new TreeSet<>();
        letters.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
                .limit(MOST_LETTERS)
                .forEach(letter -> kept.add(letter.getKey()));
        return String.join("", kept);
    }

    /** Negative where a letter is none of the alphabet. */
    private int key(String run) {
        int key = 0;
        for (int i = 0; i < run.length(); i++) {
            int letter = alphabet.indexOf(run.charAt(i)) + 1;
            if (letter == 0) return -1;
            key = key << LETTER_BITS | letter;
        }
        return key;
    }

    private static int end(int run) {
        return run < 0 ? run : run << LETTER_BITS;
    }

    private void add(int key, double probability, double rarest) {
        if (key < 0 || probability <= rarest) return;
        values.put(key, (int) Math.max(0, Math.min(MOST_STEPS, Math.round(-Math.log(probability) * STEPS))));
    }

    String alphabet() {
        return alphabet;
    }

    /** By runs of five letters, five bits each, where 0 is a word's start or end: the negative logarithm, in fifths. */
    SortedMap<Integer, Integer> values() {
        return new TreeMap<>(values);
    }
}
