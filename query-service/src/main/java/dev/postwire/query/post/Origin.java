package dev.postwire.query.post;

import java.time.Instant;

/**
 * Where a version of a post, or its erasure, came from: the raw record. The partitions of one id are the same unless partitions were
 * added to the topic; then offsets say nothing, and the time of receipt decides.
 *
 * @param receivedAt when ingest took it in
 */
public record Origin(int partition, long offset, Instant receivedAt) {
    /** Years that PostgreSQL and every date format can write. */
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");

    public Origin {
        Require.notNegative(partition, "origin.partition");
        Require.notNegative(offset, "origin.offset");
        Require.present(receivedAt, "origin.receivedAt");
        if (receivedAt.isAfter(LATEST) || receivedAt.isBefore(EARLIEST)) {
            throw new IllegalArgumentException("origin.receivedAt is out of range");
        }
    }

    /** Negative, zero or positive as this came in before, with, or after the other. */
    public int compareInTime(Origin other) {
        return partition == other.partition
                ? Long.compare(offset, other.offset)
                : receivedAt.compareTo(other.receivedAt);
    }
}
