package dev.postwire.query.follow;

import dev.postwire.query.search.Words;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * The words that are followed, by however many. They are given as one and the same set until that changes, for every event that is
 * kept holds it. Safe for any number of threads.
 */
public final class Followed {
    private final Map<Words, Integer> followers = new HashMap<>();
    private Set<Words> all = Set.of();
    private boolean changed;

    public synchronized void join(Set<Words> words) {
        for (Words one : words) {
            if (followers.merge(one, 1, Integer::sum) == 1) changed = true;
        }
    }

    /** Of those who joined, each once. */
    public synchronized void leave(Set<Words> words) {
        for (Words one : words) {
            if (followers.merge(one, -1, (before, less) -> before > 1 ? before - 1 : null) == null) changed = true;
        }
    }

    public synchronized Set<Words> all() {
        if (changed) all = Set.copyOf(followers.keySet());
        changed = false;
        return all;
    }
}
