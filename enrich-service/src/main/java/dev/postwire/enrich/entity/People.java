package dev.postwire.enrich.entity;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Weighs what may be people against each other and against what else is known to stand there. Used by one thread. */
final class People {
    private final Map<Integer, Sighting> byLast = new HashMap<>();
    private final List<Sighting> people;

    People(List<Sighting> all) {
        this.people = all.stream()
                .filter(s -> s.type() == EntityType.PERSON && !s.text().isTitle())
                .toList();
        people.forEach(person -> byLast.put(person.last(), person));
    }

    /** Words that a vocabulary knows as something else are hardly anybody's name. */
    void weighKnown(BitSet others) {
        for (Sighting person : people) {
            if (person.signals().has("vocabulary")) continue;
            boolean first = others.get(person.first());
            boolean last = others.get(person.last());
            boolean beyond = first && person.first() > 0 && others.get(person.first() - 1)
                    || last && others.get(person.last() + 1) && person.text().follows(person.last() + 1);
            if (first && last || beyond) person.signals().add("known as something else", -5);
            else if (last) person.signals().add("surname known as something else", -2);
            else if (first && !person.signals().has("given name"))
                person.signals().add("first name known as something else", -2);
        }
    }

    /** Who is named together with people is probably one: {@code A, B and C}. */
    void weighTogether() {
        for (Sighting person : people) {
            Sighting before = before(person);
            if (before == null) continue;
            if (before.signals().sum() >= EntityFinder.ENOUGH) person.signals().add("beside a person", 1.5);
        }
        for (int i = people.size() - 1; i >= 0; i--) {
            Sighting person = people.get(i);
            Sighting before = before(person);
            if (before == null) continue;
            if (person.signals().sum() >= EntityFinder.ENOUGH) before.signals().add("beside a person", 1.5);
            if (person.signals().has("deed") || person.signals().has("deed together"))
                before.signals().add("deed together", 1.5);
        }
    }

    private Sighting before(Sighting person) {
        NameText text = person.text();
        int first = person.first();
        if (first == 0) return null;
        if (text.gap(first) == Gap.COMMA || text.gap(first) == Gap.AMPERSAND) return byLast.get(first - 1);
        boolean and = text.follows(first) && PersonCues.AND.contains(text.plain(first - 1));
        boolean joined = and && first > 1 && (text.gap(first - 1) == Gap.SPACE || text.gap(first - 1) == Gap.COMMA);
        return joined ? byLast.get(first - 2) : null;
    }
}
