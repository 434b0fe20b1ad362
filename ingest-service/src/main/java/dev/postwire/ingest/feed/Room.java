package dev.postwire.ingest.feed;

/** Asked for memory that the length of a feed does not tell: elements, attributes, values, what its own names stand for. */
@FunctionalInterface
public interface Room {
    /** For one who bounds memory in another way. */
    Room ANY = bytes -> {};

    /** Never blocks; throws a problem of the caller's where there is no room. */
    void take(long bytes);
}
