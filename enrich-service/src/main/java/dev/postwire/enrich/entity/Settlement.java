package dev.postwire.enrich.entity;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Brings the places that name the same thing together, and decides between readings of the same words. Used by one thread. */
final class Settlement {
    /** The longer name first, then the surer, then the earlier. */
    private static final Comparator<Sighting> BEST_FIRST = Comparator.comparingInt(Sighting::length)
            .thenComparingDouble(Sighting::score)
            .reversed()
            .thenComparingInt(Sighting::first)
            .thenComparing(Sighting::type);

    private final Map<String, Group> groups = new LinkedHashMap<>();
    private final BitSet taken = new BitSet();

    Settlement(List<Sighting> sightings) {
        for (Sighting sighting : sightings) {
            String key = sighting.type().code() + '|' + sighting.key() + '|' + sighting.year();
            groups.computeIfAbsent(key, k -> new Group(sighting)).add(sighting);
        }
    }

    Collection<Group> groups() {
        return groups.values();
    }

    /** The words of the text that name something. */
    BitSet taken() {
        return taken;
    }

    /** One name is one sort of thing in one post: the surest. */
    void decideTypes() {
        Map<String, Group> surest = new HashMap<>();
        for (Group group : groups.values()) {
            if (!group.isChosen()) continue;
            surest.merge(group.key(), group, (a, b) -> b.score() > a.score() ? b : a);
        }
        for (Group group : groups.values()) {
            Group best = surest.get(group.key());
            if (group.isChosen() && best.type() != group.type())
                group.unmake("is rather " + best.type().code());
        }
    }

    /** Words name one thing only: the longest name that stands there. */
    void decidePlaces() {
        List<Sighting> chosen = new ArrayList<>();
        Map<Sighting, Group> owners = new java.util.IdentityHashMap<>();
        for (Group group : groups.values()) {
            if (!group.isChosen()) continue;
            for (Sighting sighting : group.sightings()) {
                if (sighting.text().isTitle()) continue;
                chosen.add(sighting);
                owners.put(sighting, group);
            }
        }
        chosen.sort(BEST_FIRST);
        for (Sighting sighting : chosen) {
            int next = taken.nextSetBit(sighting.first());
            if (next >= 0 && next <= sighting.last())
                owners.get(sighting).sightings().remove(sighting);
            else taken.set(sighting.first(), sighting.last() + 1);
        }
        for (Group group : groups.values()) {
            if (group.isChosen() && group.sightings().isEmpty()) group.unmake("stands only within longer names");
        }
    }
}
