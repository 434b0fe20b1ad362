package dev.postwire.enrich.entity;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** All places that name one thing. Used by one thread. */
final class Group {
    private final EntityType type;
    private final String key;
    private final String year;
    private final List<Sighting> sightings = new ArrayList<>();
    private Sighting best;
    private String name;
    private String unmade = "";

    Group(Sighting first) {
        this.type = first.type();
        this.key = first.key();
        this.year = first.year();
        this.best = first;
        this.name = first.name();
    }

    void add(Sighting sighting) {
        sightings.add(sighting);
        boolean better = sighting.score() > best.score();
        if (better || sighting.score() == best.score() && best.text().isTitle()) best = sighting;
        if (better) name = sighting.name();
    }

    void addAll(Group other) {
        sightings.addAll(other.sightings);
        if (other.best.score() > best.score()) best = other.best;
    }

    EntityType type() {
        return type;
    }

    String key() {
        return key;
    }

    String year() {
        return year;
    }

    List<Sighting> sightings() {
        return sightings;
    }

    double score() {
        return best.score();
    }

    /** Where it is named best. */
    Sighting best() {
        return best;
    }

    String name() {
        return year.isEmpty() ? name : name + ' ' + year;
    }

    boolean isChosen() {
        return unmade.isEmpty() && score() >= EntityFinder.ENOUGH;
    }

    /** It is not chosen, whatever its points. */
    void unmake(String reason) {
        if (unmade.isEmpty()) unmade = reason;
    }

    EntityCandidate candidate() {
        Map<String, Double> signals = best.signals().points();
        return new EntityCandidate(type, name(), score(), isChosen(), Map.copyOf(signals), reason());
    }

    private String reason() {
        if (!unmade.isEmpty()) return unmade;
        return isChosen() ? "has the points it takes" : "has not the points it takes";
    }
}
