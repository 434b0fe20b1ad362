package dev.postwire.query.store;

/**
 * How far a batch takes one partition.
 *
 * @param expected where the reader stood before the batch
 * @param next where it stands after it
 */
public record Progress(Partition partition, long expected, long next) {}
