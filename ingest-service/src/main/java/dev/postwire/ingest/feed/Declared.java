package dev.postwire.ingest.feed;

import java.util.HashMap;
import java.util.Map;

/** The names that a document declares for plain text, and how much it may grow by them. */
final class Declared {
    /** What they may add beside the document's own length: enough for any feed that declares what it says often. */
    private static final int MORE_CHARACTERS = 64 * 1024;

    /** As a text of an element, and again in its entry. */
    private static final int CHARACTER_BYTES = 4;

    private final String text;
    private final Room room;
    private final Map<String, String> values = new HashMap<>();
    private long added;

    Declared(String text, Room room) {
        this.text = text;
        this.room = room;
    }

    int size() {
        return values.size();
    }

    void put(String name, String value) {
        values.put(name, value);
    }

    /** What is to stand at that place of the document; null where the name is not declared. */
    String value(String name, int place) throws MalformedFeedException {
        String value = values.get(name);
        if (value == null) return null;
        added += value.length();
        if (added > (long) text.length() + MORE_CHARACTERS) {
            throw new MalformedFeedException("more than doubles here by the names it declares", text, place);
        }
        room.take((long) CHARACTER_BYTES * value.length());
        return value;
    }
}
