package dev.postwire.local.audit;

import dev.postwire.local.audit.Tables.Content;

/** What the four topics hold of one partition, in numbers: about 200 bytes for a post, its bodies left out. For one thread. */
final class PartitionLog {
    /** The column of the raw offset that a row is or is about; the first in each. */
    static final int RAW = 0;

    static final int ID = 1;
    /** First eight bytes of a SHA-256: of the value (raw, rejected) or of the text (enriched); {@link #ERASED} for none. */
    static final int SHA = 2;
    /** The record's own offset. */
    static final int AT = 3;

    static final int ENRICHER = 4;
    /** As {@link #SHA}, of the raw bytes as the result's origin has it. */
    static final int ORIGIN_SHA = 5;
    /** As {@link #SHA}, of what is not the bodies, and of the bodies. */
    static final int DOCUMENT = 6;

    static final int BODIES = 7;

    /** Of a dead letter, and of an entry: how often the submission had been tried. */
    static final int ATTEMPT = 4;

    static final int OUTCOME = 2;
    static final int CURRENT = 5;
    static final int TRAITS = 6;
    /** When the entry was written, in milliseconds. */
    static final int TIME = 7;

    /** An entry that a re-enrichment wrote about a raw record that was accounted for before. */
    static final int RENEWED = 1;
    /** An entry of a submission that had an idempotency key. */
    static final int KEYED = 2;
    /** An entry that names an erasure since which nothing is published. */
    static final int AFTER_ERASURE = 4;
    /** An entry about an erasure that was asked for again under the key it was carried out for, and changed nothing. */
    static final int ERASED_BEFORE = 8;

    static final long ERASED = 0;
    static final long NONE = -1;

    final int partition;
    final Ids ids = new Ids();
    final LongRows raw = new LongRows(3);
    final LongRows entries = new LongRows(8);
    final LongRows results = new LongRows(8);
    final LongRows rejected = new LongRows(5);

    PartitionLog(int partition) {
        this.partition = partition;
    }

    /**
     * A ledger entry.
     *
     * @param current the raw offset of the published version; {@link #NONE}
     * @param traits {@link #RENEWED}, {@link #KEYED}, {@link #AFTER_ERASURE} and {@link #ERASED_BEFORE}, added up
     */
    record Entry(long at, String id, long raw, Outcome outcome, long current, int traits, long attempt, long time) {}

    /**
     * An enriched record.
     *
     * @param enricher tells results of one raw record apart that different rules gave
     * @param origin of the raw bytes, as the result says
     * @param content all {@link #ERASED} for a tombstone
     */
    record Result(long at, String id, long raw, long enricher, long origin, Content content) {}

    void raw(long offset, String id, long sha) {
        raw.add(offset, ids.number(id), sha);
    }

    void entry(Entry entry) {
        entries.add(
                entry.raw(),
                ids.number(entry.id()),
                entry.outcome().ordinal(),
                entry.at(),
                entry.attempt(),
                entry.current(),
                entry.traits(),
                entry.time());
    }

    void result(Result result) {
        Content content = result.content();
        results.add(
                result.raw(),
                ids.number(result.id()),
                content.text(),
                result.at(),
                result.enricher(),
                result.origin(),
                content.document(),
                content.bodies());
    }

    void rejected(long at, String id, long raw, long sha, long attempt) {
        rejected.add(raw, ids.number(id), sha, at, attempt);
    }

    Outcome outcome(int entry) {
        return Outcome.values()[(int) entries.get(entry, OUTCOME)];
    }

    boolean is(int entry, int trait) {
        return (entries.get(entry, TRAITS) & trait) != 0;
    }

    Content content(int result) {
        return new Content(results.get(result, SHA), results.get(result, DOCUMENT), results.get(result, BODIES));
    }

    String id(LongRows rows, int row) {
        return ids.id((int) rows.get(row, ID));
    }
}
