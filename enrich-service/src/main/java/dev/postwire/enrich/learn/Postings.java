package dev.postwire.enrich.learn;

import java.util.Arrays;
import java.util.List;

/**
 * Finds the posts that are most like one: the cosine of their vectors, from lists of posts by term. Terms that many posts have are
 * left out: they cost most and tell least. Immutable.
 */
final class Postings {
    private static final int WEIGHT_BITS = 10;
    private static final int WEIGHT = (1 << WEIGHT_BITS) - 1;
    /** Of a post number what is left of an int. */
    static final int MOST_POSTS = 1 << (Integer.SIZE - 1 - WEIGHT_BITS);

    private static final double COMMON = 0.25;
    private static final int FEW = 50;
    /** So long a list costs more than it tells, however many posts there are. */
    private static final int MANY = 1_000;

    private final int posts;
    private final int[] starts;
    /** A post's number above the bits for the term's weight in it. */
    private final int[] entries;

    Postings(TermTable table, List<Vector> posts) {
        this.posts = posts.size();
        int most = Math.max(FEW, Math.min(MANY, (int) (this.posts * COMMON)));
        int[] counts = new int[table.size() + 1];
        for (Vector post : posts) for (int id : post.ids()) counts[id]++;
        starts = new int[table.size() + 1];
        for (int i = 0; i < table.size(); i++) starts[i + 1] = starts[i] + (counts[i] > most ? 0 : counts[i]);
        entries = new int[starts[table.size()]];
        int[] next = Arrays.copyOf(starts, starts.length);
        for (int number = 0; number < this.posts; number++) {
            Vector post = posts.get(number);
            for (int i = 0; i < post.size(); i++) {
                int id = post.ids()[i];
                if (starts[id] == starts[id + 1]) continue;
                int weight = Math.max(1, Math.round(post.weights()[i] * WEIGHT));
                entries[next[id]++] = number << WEIGHT_BITS | Math.min(WEIGHT, weight);
            }
        }
    }

    /** Of each post, 0 to 1. */
    float[] similarities(Vector post) {
        float[] sums = new float[posts];
        for (int i = 0; i < post.size(); i++) {
            int id = post.ids()[i];
            float weight = post.weights()[i] / WEIGHT;
            for (int at = starts[id]; at < starts[id + 1]; at++) {
                int entry = entries[at];
                sums[entry >>> WEIGHT_BITS] += weight * (entry & WEIGHT);
            }
        }
        return sums;
    }
}
