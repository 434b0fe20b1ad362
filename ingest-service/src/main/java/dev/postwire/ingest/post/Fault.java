package dev.postwire.ingest.post;

import java.util.Objects;

/**
 * What is wrong with one field. The message never repeats the value.
 *
 * @param field the name of a query parameter, or a JSON pointer (RFC 6901) into an envelope
 */
public record Fault(String field, String message) {
    public Fault {
        Objects.requireNonNull(field, "field");
        Objects.requireNonNull(message, "message");
    }
}
