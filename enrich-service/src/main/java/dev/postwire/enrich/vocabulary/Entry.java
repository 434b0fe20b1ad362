package dev.postwire.enrich.vocabulary;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a file says of one resource, gathered statement by statement. */
final class Entry {
    final String uri;
    /** Where it is first spoken of. */
    final String place;

    final List<Label> labels = new ArrayList<>(4);
    final Set<String> broader = new LinkedHashSet<>(2);
    final Set<String> related = new LinkedHashSet<>(2);
    Optional<Kind> kind = Optional.empty();
    Optional<String> notation = Optional.empty();
    /** Said to be a concept. */
    boolean concept;
    /** Said to be something of SKOS that is none, or to be out of use. */
    boolean other;

    Entry(String uri, String place) {
        this.uri = uri;
        this.place = place;
    }

    /** English before the same in all languages before any other. */
    Optional<Label> preferred() {
        Label best = null;
        for (Label label : labels) {
            boolean better = best == null || rank(label) < rank(best);
            if (label.role() == Label.Role.PREFERRED && better) best = label;
        }
        return Optional.ofNullable(best);
    }

    private static int rank(Label label) {
        if (label.language().equals("en")) return 0;
        return label.language().isEmpty() ? 1 : 2;
    }
}
