package dev.postwire.enrich.vocabulary;

/**
 * A concept that somebody named in other words than its slug.
 *
 * @param rule by which label it was found, e.g. {@code vocabulary altLabel}
 */
public record Alias(Concept concept, String rule) {}
