package dev.postwire.enrich.vocabulary;

import java.util.Map;
import java.util.Optional;

/** The classes by which a file says what kind of thing a concept is: our own, and the usual ones of others. */
final class Kinds {
    static final String OURS = "urn:postwire:kind:";

    private static final Map<String, Kind> BY_NAME = Map.ofEntries(
            Map.entry(OURS + "Subject", Kind.SUBJECT),
            Map.entry(OURS + "Software", Kind.SOFTWARE),
            Map.entry(OURS + "Organization", Kind.ORGANIZATION),
            Map.entry(OURS + "Person", Kind.PERSON),
            Map.entry(OURS + "Event", Kind.EVENT),
            Map.entry(OURS + "Place", Kind.PLACE),
            Map.entry("schema.org/SoftwareApplication", Kind.SOFTWARE),
            Map.entry("schema.org/SoftwareSourceCode", Kind.SOFTWARE),
            Map.entry("schema.org/ComputerLanguage", Kind.SOFTWARE),
            Map.entry("schema.org/Organization", Kind.ORGANIZATION),
            Map.entry("schema.org/Corporation", Kind.ORGANIZATION),
            Map.entry("schema.org/Person", Kind.PERSON),
            Map.entry("schema.org/Event", Kind.EVENT),
            Map.entry("schema.org/EventSeries", Kind.EVENT),
            Map.entry("schema.org/Place", Kind.PLACE),
            Map.entry("schema.org/City", Kind.PLACE),
            Map.entry("schema.org/Country", Kind.PLACE),
            Map.entry("xmlns.com/foaf/0.1/Person", Kind.PERSON),
            Map.entry("xmlns.com/foaf/0.1/Organization", Kind.ORGANIZATION));

    private Kinds() {}

    static Optional<Kind> of(String type) {
        int scheme = type.indexOf("://");
        return Optional.ofNullable(BY_NAME.get(scheme < 0 ? type : type.substring(scheme + 3)));
    }
}
