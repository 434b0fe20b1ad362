package dev.postwire.local.audit;

/**
 * How far one partition had come when the audit looked.
 *
 * @param rawEnd the offset after the last raw record looked at
 * @param settled raw records below it are done: the enricher has committed past them; the others are under way
 * @param rejectedStart what is below has left the rejected topic by its retention
 * @param stored the offsets the tables stand at
 * @param tombstonesSince the time in milliseconds from which on the enriched topic still has every tombstone
 */
record Horizon(long rawEnd, long settled, long rejectedStart, Stored stored, long tombstonesSince) {
    /** The offset after the last record of each topic that is in the tables. */
    record Stored(long enriched, long rejected, long ledger) {}
}
