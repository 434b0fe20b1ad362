package dev.postwire.enrich.vocabulary;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What the concepts that a post surely means say about the others: those related to them, above, below and beside them are
 * probable, and a concept meant under one name is probable under another. Used by one thread.
 */
final class Context {
    private static final double ITSELF = 2;
    private static final double RELATED = 1;
    private static final double ABOVE = 0.7;
    private static final double BELOW = 0.7;
    private static final double BESIDE = 0.4;
    /** Beside each other in a wider sense: under one concept two steps up. */
    private static final double DISTANT = 0.2;

    private final Lexicon lexicon;
    private final Set<Integer> sure = new HashSet<>();
    private final Map<Integer, Double> near = new HashMap<>();
    private final Map<Integer, Integer> children = new HashMap<>();
    private final Map<Integer, Integer> grandchildren = new HashMap<>();
    private int software;

    Context(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    /** A concept that the post means. */
    void add(int concept) {
        if (!sure.add(concept)) return;
        if (lexicon.concept(concept).kind() == Kind.SOFTWARE) software++;
        near.merge(concept, ITSELF, Double::sum);
        for (int related : lexicon.related()[concept]) near.merge(related, RELATED, Double::sum);
        for (int above : lexicon.broader()[concept]) {
            near.merge(above, ABOVE, Double::sum);
            children.merge(above, 1, Integer::sum);
            for (int higher : lexicon.broader()[above]) grandchildren.merge(higher, 1, Integer::sum);
        }
    }

    boolean means(int concept) {
        return sure.contains(concept);
    }

    /** 0: nothing speaks for it; 1: something clearly does. */
    double support(int concept) {
        double support = near.getOrDefault(concept, 0.0);
        for (int above : lexicon.broader()[concept]) {
            if (sure.contains(above)) support += BELOW;
            support += BESIDE * children.getOrDefault(above, 0);
            for (int higher : lexicon.broader()[above]) support += DISTANT * grandchildren.getOrDefault(higher, 0);
        }
        for (int related : lexicon.related()[concept]) support += BESIDE * children.getOrDefault(related, 0);
        return support;
    }

    /** Whether the post is about software, by what it surely names. */
    boolean isTechnical() {
        return software >= 2;
    }
}
