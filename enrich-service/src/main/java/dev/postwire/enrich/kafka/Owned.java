package dev.postwire.enrich.kafka;

/**
 * A partition, from when this worker was given it to when it lost it: given again it is another one. So whatever is known of it
 * cannot outlive the time in which nobody else could change it.
 */
final class Owned {
    private final int partition;
    private final LedgerReader reader;
    private LedgerMemory ledger;

    Owned(int partition, LedgerReader reader) {
        this.partition = partition;
        this.reader = reader;
    }

    int partition() {
        return partition;
    }

    /**
     * What the ledger says of it; read when first asked for. To be asked for only once the group's position in the partition is
     * known: then no transaction of its last owner is still to come.
     */
    LedgerMemory ledger() throws Exception {
        if (ledger == null) ledger = reader.read(partition);
        return ledger;
    }
}
