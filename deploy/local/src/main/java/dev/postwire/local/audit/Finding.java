package dev.postwire.local.audit;

/**
 * One thing that is wrong.
 *
 * @param place the receipt or {@code topic-partition@offset} it is about
 * @param id of the post; empty where it is not known
 * @param detail what was expected and what is, without a word of a post
 */
public record Finding(Kind kind, String place, String id, String detail) {
    @Override
    public String toString() {
        return kind.label() + " " + place + (id.isEmpty() ? "" : " id=" + id) + ": " + detail;
    }
}
