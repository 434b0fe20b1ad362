package dev.postwire.query.index;

/**
 * A moment of the store. What is read as of it, or of a later one, has all changes and stories up to these numbers.
 *
 * @param history that the numbers are of
 * @param change the number of the last change
 * @param story the number of the last story
 */
public record Moment(String history, long change, long story) {
    /** Later than any that is known: nothing but the primary has it. */
    public static final Moment NOW = new Moment("", Long.MAX_VALUE, Long.MAX_VALUE);

    public boolean sameHistory(Moment other) {
        return history.equals(other.history);
    }

    /** Whether all that there was at the other moment of the same history is there at this one. */
    public boolean hasAllOf(Moment other) {
        return sameHistory(other) && change >= other.change && story >= other.story;
    }
}
