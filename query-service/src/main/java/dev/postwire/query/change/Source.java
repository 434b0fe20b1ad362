package dev.postwire.query.change;

/** The record that told us: what makes a replay harmless, and where to look. */
public record Source(String topic, int partition, long offset) {
    @Override
    public String toString() {
        return topic + "-" + partition + "@" + offset;
    }
}
