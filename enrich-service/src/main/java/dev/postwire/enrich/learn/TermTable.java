package dev.postwire.enrich.learn;

import dev.postwire.enrich.learn.Terms.Kind;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/** The terms that several posts have, numbered, and how rare each is. Immutable. */
final class TermTable {
    /** A term of one post says nothing of others. */
    private static final int FEWEST_POSTS = 2;
    /** Most pairs are of few posts; of many posts those that a few more have are enough. */
    private static final int POSTS_FOR_PAIRS = 5_000;

    private static final int MOST_FOR_PAIRS = 5;

    /** As many as a long post has; the lightest ones of still longer posts are left out. */
    private static final int MOST_TERMS = 600;

    private final int[] terms;
    private final int[] counts;
    /** Of each slot the number of its term and one more; 0 where it is free. */
    private final int[] slots;

    private final float[] idf;

    /** @param terms sorted; {@code counts} says how many of the posts each is in */
    TermTable(int[] terms, int[] counts, int posts) {
        this.terms = terms;
        this.counts = counts;
        slots = new int[Integer.highestOneBit(Math.max(16, terms.length)) * 4];
        idf = new float[terms.length];
        for (int i = 0; i < terms.length; i++) {
            slots[slot(terms[i])] = i + 1;
            idf[i] = (float) Math.log(Math.max(1, (posts + 1.0) / counts[i]));
        }
    }

    static TermTable of(TermCounts all, int posts) {
        int pairs = Math.min(MOST_FOR_PAIRS, FEWEST_POSTS + posts / POSTS_FOR_PAIRS);
        int[] terms = all.enough(kind -> kind == Kind.PAIR ? pairs : FEWEST_POSTS);
        int[] counts = new int[terms.length];
        for (int i = 0; i < terms.length; i++) counts[i] = all.get(terms[i]);
        return new TermTable(terms, counts, posts);
    }

    private int slot(int term) {
        int mask = slots.length - 1;
        int slot = Hash.mixed(term) & mask;
        while (slots[slot] != 0 && terms[slots[slot] - 1] != term) slot = slot + 1 & mask;
        return slot;
    }

    int size() {
        return terms.length;
    }

    /** -1 where it is not here. */
    int id(int term) {
        return slots[slot(term)] - 1;
    }

    int term(int id) {
        return terms[id];
    }

    float idf(int id) {
        return idf[id];
    }

    int count(int id) {
        return counts[id];
    }

    /** The terms of a post that are here, the heaviest ones if they are very many. */
    Terms known(Terms post) {
        int[] places = new int[post.size()];
        float[] weights = new float[post.size()];
        int size = 0;
        for (int i = 0; i < places.length; i++) {
            int id = id(post.terms()[i]);
            if (id < 0) continue;
            places[size] = i;
            weights[size++] = (1 + LOGARITHMS[post.counts()[i]]) * idf[id] * Terms.kind(post.terms()[i]).weight;
        }
        size = heaviest(places, weights, size, MOST_TERMS);
        int[] kept = new int[size];
        byte[] keptCounts = new byte[size];
        for (int i = 0; i < size; i++) {
            kept[i] = post.terms()[places[i]];
            keptCounts[i] = post.counts()[places[i]];
        }
        return new Terms(kept, keptCounts);
    }

    /** For linear models: all kinds, each with its weight. */
    Vector weighted(Terms post) {
        return vector(post, EnumSet.allOf(Kind.class), true, Integer.MAX_VALUE);
    }

    /** For neighbours: the heaviest terms of some kinds. */
    Vector plain(Terms post, Set<Kind> kinds, int most) {
        return vector(post, kinds, false, most);
    }

    private Vector vector(Terms post, Set<Kind> kinds, boolean byKind, int most) {
        int[] ids = new int[post.size()];
        float[] weights = new float[post.size()];
        int size = 0;
        for (int i = 0; i < ids.length; i++) {
            Kind kind = Terms.kind(post.terms()[i]);
            int id = kinds.contains(kind) ? id(post.terms()[i]) : -1;
            if (id < 0) continue;
            float weight = (1 + LOGARITHMS[post.counts()[i]]) * idf[id];
            ids[size] = id;
            weights[size++] = byKind ? weight * kind.weight : weight;
        }
        return scaled(ids, weights, heaviest(ids, weights, size, most));
    }

    private static final float[] LOGARITHMS = logarithms();

    private static float[] logarithms() {
        float[] logarithms = new float[Byte.MAX_VALUE + 1];
        for (int i = 1; i < logarithms.length; i++) logarithms[i] = (float) Math.log(i);
        return logarithms;
    }

    /** Moves them to the front, their order kept; returns how many these are. */
    private static int heaviest(int[] ids, float[] weights, int size, int most) {
        if (size <= most) return size;
        float[] sorted = Arrays.copyOf(weights, size);
        Arrays.sort(sorted);
        float least = sorted[size - most];
        int kept = 0;
        for (int i = 0; i < size && kept < most; i++) {
            if (weights[i] < least) continue;
            ids[kept] = ids[i];
            weights[kept++] = weights[i];
        }
        return kept;
    }

    private static Vector scaled(int[] ids, float[] weights, int size) {
        double squares = 0;
        for (int i = 0; i < size; i++) squares += weights[i] * weights[i];
        float scale = squares == 0 ? 0 : (float) (1 / Math.sqrt(squares));
        float[] scaled = new float[size];
        for (int i = 0; i < size; i++) scaled[i] = weights[i] * scale;
        return new Vector(Arrays.copyOf(ids, size), scaled);
    }
}
