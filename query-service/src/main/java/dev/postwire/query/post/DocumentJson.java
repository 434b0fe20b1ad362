package dev.postwire.query.post;

import java.time.Instant;

/** Puts the JSON of a stored post together from its stored text: nothing is parsed, and no field of the event is lost or rewritten. */
public final class DocumentJson {
    private static final int ROOM = 80;

    private DocumentJson() {}

    /**
     * An object with the event's fields, {@code revision} and {@code storedAt}.
     *
     * @param bodies the JSON of html, markdown and text; empty to leave them out
     */
    public static String of(String document, String bodies, int revision, Instant storedAt) {
        StringBuilder json = new StringBuilder(document.length() + bodies.length() + ROOM);
        json.append(document, 0, document.length() - 1);
        if (!bodies.isEmpty()) json.append(',').append(bodies, 1, bodies.length() - 1);
        return json.append(",\"revision\":")
                .append(revision)
                .append(",\"storedAt\":\"")
                .append(storedAt)
                .append("\"}")
                .toString();
    }
}
