package dev.postwire.enrich.kafka;

import java.util.Collection;

/**
 * What a worker does with its partitions beside the live records, in the same transactions and on the same thread: so each
 * partition keeps one writer, and what the ledger's memory says is true.
 */
interface SideWork {
    /**
     * Adds what is due, without waiting for more.
     *
     * @param owned the partitions that are the worker's now
     * @return whether more is to be expected soon
     */
    boolean take(Batch batch, Collection<Owned> owned) throws Exception;

    /** Ends a blocking {@link #take} soon, from any thread. */
    void wakeup();

    void close();
}
