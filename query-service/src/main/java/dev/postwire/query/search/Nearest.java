package dev.postwire.query.search;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Which of some names was likely meant. By the optimal string alignment distance, which counts two letters swapped as one slip. */
public final class Nearest {
    private static final int LONGEST = 40;

    private Nearest() {}

    /** Empty where none is within a third of its letters, or begins with what was typed. */
    public static Optional<String> of(String typed, Collection<String> names) {
        if (typed.isEmpty() || typed.length() > LONGEST) return Optional.empty();
        String lower = typed.toLowerCase(Locale.ROOT);
        return names.stream()
                .filter(name -> near(lower, name))
                .min(Comparator.<String>comparingInt(name -> distance(lower, name))
                        .thenComparing(Comparator.naturalOrder()));
    }

    private static boolean near(String typed, String name) {
        // tags, languages, authorName; lang, auth.
        boolean begins = typed.startsWith(name) && name.length() > 1 || typed.length() > 1 && name.startsWith(typed);
        return begins || distance(typed, name) <= Math.max(1, name.length() / 3);
    }

    static int distance(String one, String other) {
        int[][] distance = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) distance[i][0] = i;
        for (int j = 0; j <= other.length(); j++) distance[0][j] = j;
        for (int i = 1; i <= one.length(); i++) {
            for (int j = 1; j <= other.length(); j++) {
                int change = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
                int least = Math.min(distance[i - 1][j] + 1, distance[i][j - 1] + 1);
                least = Math.min(least, distance[i - 1][j - 1] + change);
                boolean swapped = i > 1
                        && j > 1
                        && one.charAt(i - 1) == other.charAt(j - 2)
                        && one.charAt(i - 2) == other.charAt(j - 1);
                if (swapped) least = Math.min(least, distance[i - 2][j - 2] + 1);
                distance[i][j] = least;
            }
        }
        return distance[one.length()][other.length()];
    }
}
