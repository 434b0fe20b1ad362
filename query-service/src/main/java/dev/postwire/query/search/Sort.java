package dev.postwire.query.search;

import java.util.Arrays;
import java.util.Locale;

/** The orders a list can be had in, the first always first. */
public enum Sort {
    /** Best match first; of equal ones the newest. */
    RELEVANCE,
    /** Newest first by the date of publication, or of receipt where there is none. */
    PUBLISHED,
    /** Last come, first. */
    RECEIVED;

    public static Sort parse(String text) throws MalformedQuery {
        return Arrays.stream(values())
                .filter(sort -> sort.label().equals(text))
                .findFirst()
                .orElseThrow(() -> new MalformedQuery("sort", "Give relevance, published or received."));
    }

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
