package dev.postwire.enrich.post;

import java.util.Objects;

/**
 * Something odd about a post, and what was done about it.
 *
 * @param code stable, lower case, words joined by hyphens
 */
public record Warning(String code, String detail) {
    public Warning {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(detail, "detail");
    }
}
