package dev.postwire.enrich.vocabulary;

/** What sort of thing a concept is. */
public enum Kind {
    SUBJECT,
    SOFTWARE,
    ORGANIZATION,
    PERSON,
    EVENT,
    PLACE
}
