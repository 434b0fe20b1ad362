package dev.postwire.bench.million;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * The words of one language, the most frequent first: some that hold its sentences together, the others put together from its
 * syllables. Drawn by Zipf's law, as words are: the n-th is about 1/n as frequent as the first. Immutable.
 */
final class Vocabulary {
    private static final double EXPONENT = 1.05;

    private final String[] words;
    private final double[] upTo;

    private Vocabulary(String[] words) {
        this.words = words;
        upTo = new double[words.length];
        double sum = 0;
        for (int rank = 0; rank < words.length; rank++) {
            sum += 1 / Math.pow(rank + 1.7, EXPONENT);
            upTo[rank] = sum;
        }
    }

    /**
     * @param small the words that hold sentences together
     * @param syllables what all others are made of
     */
    static Vocabulary of(List<String> small, List<String> syllables, int size, int longest) {
        SplittableRandom random = new SplittableRandom(size + 31L * syllables.hashCode());
        Set<String> seen = new HashSet<>(small);
        String[] words = small.toArray(new String[size]);
        int more = 0;
        for (int rank = small.size(); rank < size; ) {
            StringBuilder word = new StringBuilder();
            // Rare words are longer; and where the short ones are taken, a syllable more.
            int most = rank < size / 50 ? Math.min(2, longest) : longest;
            for (int parts = 1 + random.nextInt(most) + more; parts > 0; parts--) {
                word.append(syllables.get(random.nextInt(syllables.size())));
            }
            boolean taken = word.length() < 2 || !seen.add(word.toString());
            if (!taken) words[rank++] = word.toString();
            more = taken ? Math.min(2, more + 1) : 0;
        }
        return new Vocabulary(words);
    }

    String draw(SplittableRandom random) {
        double at = random.nextDouble() * upTo[upTo.length - 1];
        int found = Arrays.binarySearch(upTo, at);
        return words[Math.min(words.length - 1, found < 0 ? -found - 1 : found)];
    }

    /** The word of that rank, counted from the first. */
    String word(int rank) {
        return words[rank];
    }

    int size() {
        return words.length;
    }
}
