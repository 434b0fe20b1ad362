package dev.postwire.endtoend.fault;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What one publisher did with one id, in order. Written by one thread, read after it has ended. */
final class History {
    /** The version of a deletion. */
    static final int GONE = 0;

    private final String id;
    private final boolean enveloped;
    private final List<Act> acts = new ArrayList<>();

    /** @param version {@link #GONE} for a deletion */
    record Act(int version, int partition, long offset, boolean clear) {}

    /** @param enveloped whether its versions go in envelopes: the same words in another wrapping are another submission */
    History(String id, boolean enveloped) {
        this.id = id;
        this.enveloped = enveloped;
    }

    boolean enveloped() {
        return enveloped;
    }

    String id() {
        return id;
    }

    void add(int version, Publisher.Taken taken) {
        acts.add(new Act(version, taken.partition(), taken.offset(), taken.clear()));
    }

    List<Act> acts() {
        return acts;
    }

    int last() {
        return acts.get(acts.size() - 1).version();
    }

    /**
     * Which versions may stand in the end: the last, and those of which a try without an answer may have come in late. Such a
     * try can pass the next act of the same publisher only where nothing tells ingest that it was made before.
     */
    Set<Integer> possible() {
        Set<Integer> possible = new HashSet<>(Set.of(last()));
        acts.stream().filter(act -> !act.clear()).map(Act::version).forEach(possible::add);
        return possible;
    }

    static String title(String id, int version) {
        return "Post " + id + " version " + version;
    }
}
