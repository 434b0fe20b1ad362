package dev.postwire.query.receipt;

import java.time.Instant;

/** What became of a submission. All but {@link Accepted} are final, but for a later erasure. */
public sealed interface ReceiptState {
    /** On the raw topic, and not yet to be read here. */
    record Accepted() implements ReceiptState {}

    /** The post can be read, in this version or a later one. */
    record Stored(String id, int revision, Instant storedAt, Instant receivedAt) implements ReceiptState {}

    /** A dead letter, and why. */
    record Rejected(String id, String reason, String detail, Instant receivedAt) implements ReceiptState {}

    /** A later submission under the same id took its place before it was enriched. */
    record Superseded() implements ReceiptState {}

    /** The post was erased: by this submission, or after it. */
    record Erased(String id, Instant receivedAt) implements ReceiptState {}

    default boolean pending() {
        return this instanceof Accepted;
    }
}
