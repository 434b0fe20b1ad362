package dev.postwire.query.index;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What posts can be counted by. */
public enum Facet {
    TAG(Fields.TAG_COUNT),
    LANGUAGE(Fields.LANGUAGE_COUNT),
    SITE(Fields.SITE),
    AUTHOR(Fields.AUTHOR_COUNT),
    YEAR(Fields.PUBLISHED);

    private final String field;

    Facet(String field) {
        this.field = field;
    }

    String field() {
        return field;
    }

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Facet> of(String label) {
        return Arrays.stream(values())
                .filter(facet -> facet.label().equals(label))
                .findFirst();
    }
}
