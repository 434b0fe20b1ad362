package dev.postwire.enrich.entity;

/** What sort of thing an entity is. */
public enum EntityType {
    PERSON("person"),
    ORGANIZATION("organization"),
    SOFTWARE("software"),
    EVENT("event"),
    PLACE("place");

    private final String code;

    EntityType(String code) {
        this.code = code;
    }

    /** As it stands in documents. */
    public String code() {
        return code;
    }
}
