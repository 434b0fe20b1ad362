package dev.postwire.query.follow;

import dev.postwire.query.search.MalformedQuery;
import java.util.Arrays;
import java.util.Locale;

/** How much of each post comes with a change. */
public enum Content {
    /** The whole event. */
    WHOLE,
    /** The event but for html, markdown and text, as in lists. */
    SUMMARY,
    /** Nothing but the id. */
    IDS;

    public static Content parse(String text) throws MalformedQuery {
        return Arrays.stream(values())
                .filter(content -> content.label().equals(text.strip()))
                .findFirst()
                .orElseThrow(() -> new MalformedQuery("content", "Give whole, summary or ids."));
    }

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
