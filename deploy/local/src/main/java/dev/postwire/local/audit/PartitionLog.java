package dev.postwire.local.audit;

/** What the four topics hold of one partition, in numbers: about 150 bytes for a post, its bodies left out. For one thread. */
final class PartitionLog {
    /** The column of the raw offset that a row is or is about; the first in each. */
    static final int RAW = 0;

    static final int ID = 1;
    /** First eight bytes of a SHA-256: of the value (raw, rejected) or of the text (enriched); {@link #ERASED} for none. */
    static final int SHA = 2;
    /** The record's own offset. */
    static final int AT = 3;

    static final int ENRICHER = 4;
    static final int ATTEMPT = 4;
    static final int OUTCOME = 2;
    static final int CURRENT = 4;
    /** 1 for an entry that a re-enrichment wrote about a raw record that was accounted for before, else 0. */
    static final int RENEWED = 5;
    /** 1 for an entry about an erasure that was carried out before, under the same key, else 0. */
    static final int ERASED_BEFORE = 6;

    static final long ERASED = 0;
    static final long NONE = -1;

    final int partition;
    final Ids ids = new Ids();
    final LongRows raw = new LongRows(3);
    final LongRows entries = new LongRows(7);
    final LongRows results = new LongRows(5);
    final LongRows rejected = new LongRows(5);

    PartitionLog(int partition) {
        this.partition = partition;
    }

    void raw(long offset, String id, long sha) {
        raw.add(offset, ids.number(id), sha);
    }

    /** @param current the raw offset of the published version; {@link #NONE} */
    void entry(long at, String id, long raw, Outcome outcome, long current) {
        entries.add(raw, ids.number(id), outcome.ordinal(), at, current, 0, 0);
    }

    /** An erasure that was asked for again, and changed nothing. */
    void erasedBefore(long at, String id, long raw, long current) {
        entries.add(raw, ids.number(id), Outcome.unchanged.ordinal(), at, current, 0, 1);
    }

    /** What a re-enrichment led to. */
    void renewal(long at, String id, long raw, long current) {
        entries.add(raw, ids.number(id), Outcome.enriched.ordinal(), at, current, 1, 0);
    }

    /** @param enricher tells results of one raw record apart that different rules gave */
    void result(long at, String id, long raw, long sha, long enricher) {
        results.add(raw, ids.number(id), sha, at, enricher);
    }

    void rejected(long at, String id, long raw, long sha, long attempt) {
        rejected.add(raw, ids.number(id), sha, at, attempt);
    }

    Outcome outcome(int entry) {
        return Outcome.values()[(int) entries.get(entry, OUTCOME)];
    }

    String id(LongRows rows, int row) {
        return ids.id((int) rows.get(row, ID));
    }
}
