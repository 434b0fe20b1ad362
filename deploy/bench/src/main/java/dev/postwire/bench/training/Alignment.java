package dev.postwire.bench.training;

import dev.postwire.bench.Words;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which pieces of a text a gold text holds. A word counts as held where it stands in a run of {@value #RUN} words that the gold
 * text has too, runs across pieces included: a heading is told from the same words in a menu by what stands beside it. Pieces
 * whose taking or leaving then raises the whole's word F1 change sides.
 */
public final class Alignment {
    private static final int RUN = 4;
    private static final int LONG_ENOUGH_TO_TURN = 6;
    private static final int ROUNDS = 3;
    private static final float TURNED_IN = 0.6f;
    private static final float TURNED_OUT = 0.2f;

    private final List<List<String>> pieces;
    private final Map<String, Integer> gold;
    private final int goldWords;

    private Alignment(List<List<String>> pieces, Map<String, Integer> gold, int goldWords) {
        this.pieces = pieces;
        this.gold = gold;
        this.goldWords = goldWords;
    }

    /** How much of each piece's words is in the gold text, 0 to 1. */
    public static float[] labels(List<String> pieces, String gold) {
        List<String> goldWords = Words.of(gold);
        List<List<String>> words = pieces.stream().map(Words::of).toList();
        float[] labels = held(words, goldWords);
        new Alignment(words, Words.counts(gold), goldWords.size()).mend(labels);
        return labels;
    }

    private static float[] held(List<List<String>> pieces, List<String> gold) {
        Set<String> runs = new HashSet<>();
        for (int i = 0; i + RUN <= gold.size(); i++) runs.add(String.join(" ", gold.subList(i, i + RUN)));
        List<String> words = new ArrayList<>();
        List<Integer> piece = new ArrayList<>();
        for (int i = 0; i < pieces.size(); i++) {
            words.addAll(pieces.get(i));
            while (piece.size() < words.size()) piece.add(i);
        }
        boolean[] held = new boolean[words.size()];
        for (int i = 0; i + RUN <= words.size(); i++) {
            if (!runs.contains(String.join(" ", words.subList(i, i + RUN)))) continue;
            for (int k = 0; k < RUN; k++) held[i + k] = true;
        }
        float[] labels = new float[pieces.size()];
        for (int i = 0; i < held.length; i++) if (held[i]) labels[piece.get(i)]++;
        for (int i = 0; i < labels.length; i++)
            labels[i] /= Math.max(1, pieces.get(i).size());
        return labels;
    }

    private void mend(float[] labels) {
        Map<String, Integer> counts = new HashMap<>();
        int taken = 0;
        int right = 0;
        for (int i = 0; i < labels.length; i++) {
            if (labels[i] < 0.5f) continue;
            right += change(counts, pieces.get(i), 1);
            taken += pieces.get(i).size();
        }
        boolean[] in = new boolean[labels.length];
        for (int i = 0; i < labels.length; i++) in[i] = labels[i] >= 0.5f;
        for (int round = 0; round < ROUNDS; round++) {
            for (int i = labels.length - 1; i >= 0; i--) {
                if (pieces.get(i).size() < LONG_ENOUGH_TO_TURN) continue;
                int sign = in[i] ? -1 : 1;
                int newRight = right + change(counts, pieces.get(i), sign);
                int newTaken = taken + sign * pieces.get(i).size();
                if (f1(newRight, newTaken) > f1(right, taken) + 1e-9) {
                    in[i] = !in[i];
                    right = newRight;
                    taken = newTaken;
                } else {
                    change(counts, pieces.get(i), -sign);
                }
            }
        }
        for (int i = 0; i < labels.length; i++) {
            if (in[i] && labels[i] < 0.5f) labels[i] = TURNED_IN;
            if (!in[i] && labels[i] >= 0.5f) labels[i] = TURNED_OUT;
        }
    }

    /** Adds the words to the counts, or takes them out; returns how many more of the gold words are then matched. */
    private int change(Map<String, Integer> counts, List<String> words, int sign) {
        int matched = 0;
        for (String word : words) {
            int count = counts.merge(word, sign, Integer::sum);
            int wanted = gold.getOrDefault(word, 0);
            if (sign > 0 ? count <= wanted : count < wanted) matched += sign;
        }
        return matched;
    }

    private double f1(int right, int taken) {
        return 2.0 * right / Math.max(1, taken + goldWords);
    }
}
