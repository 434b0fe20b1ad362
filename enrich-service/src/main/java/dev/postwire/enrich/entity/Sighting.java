package dev.postwire.enrich.entity;

/**
 * A place where something may be named.
 *
 * @param key the same for the same name, however it is written
 * @param name as it would stand in the document
 * @param year of an event; empty where none stands there
 * @param first the first of its words
 * @param last the last of its words, included
 */
record Sighting(
        EntityType type, String key, String name, String year, NameText text, int first, int last, Signals signals) {
    static Sighting of(EntityType type, NameText text, int first, int last, Signals signals) {
        return new Sighting(type, text.key(first, last), text.written(first, last), "", text, first, last, signals);
    }

    double score() {
        return signals.sum();
    }

    int length() {
        return last - first + 1;
    }

    @Override
    public String toString() {
        return "Sighting[type=" + type + ", first=" + first + ", last=" + last + "]";
    }
}
