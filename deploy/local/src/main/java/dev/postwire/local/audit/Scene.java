package dev.postwire.local.audit;

import static dev.postwire.local.audit.PartitionLog.AT;
import static dev.postwire.local.audit.PartitionLog.ATTEMPT;
import static dev.postwire.local.audit.PartitionLog.ENRICHER;
import static dev.postwire.local.audit.PartitionLog.ID;
import static dev.postwire.local.audit.PartitionLog.NONE;
import static dev.postwire.local.audit.PartitionLog.RAW;

import java.util.Arrays;
import java.util.function.IntPredicate;

/** One partition with what the rules ask of it again and again: what is newest of each id, and what is about a raw offset. */
final class Scene {
    final PartitionLog log;
    final Horizon horizon;
    final Findings findings;
    final Index raws;
    final Index entries;
    final Index results;
    final Index rejected;
    private final long[] latestRaw;
    private final long[] latestEntry;
    private final long[] latestResult;
    private final long[] latestErasure;
    private final long[] latestErasureAsked;
    private final long[] lastEntry;
    private final long[] lastLetter;
    private final long[] lastRejected;
    private final long[] lastErased;

    Scene(PartitionLog log, Horizon horizon, Findings findings) {
        this.log = log;
        this.horizon = horizon;
        this.findings = findings;
        raws = new Index(log.raw);
        entries = new Index(log.entries);
        results = new Index(log.results);
        rejected = new Index(log.rejected);
        latestRaw = latest(log.raw);
        latestEntry = latest(log.entries);
        latestResult = latest(log.results);
        IntPredicate erased = entry -> log.outcome(entry) == Outcome.erased;
        latestErasure = latest(log.entries, RAW, erased);
        latestErasureAsked = latest(log.entries, RAW, erased.or(entry -> log.is(entry, PartitionLog.ERASED_BEFORE)));
        lastEntry = latest(log.entries, AT, any -> true);
        lastLetter = latest(log.rejected, AT, any -> true);
        lastRejected = latest(log.entries, AT, entry -> log.outcome(entry) == Outcome.rejected);
        lastErased = latest(log.entries, AT, erased);
    }

    private long[] latest(LongRows rows) {
        return latest(rows, RAW, any -> true);
    }

    private long[] latest(LongRows rows, int column, IntPredicate wanted) {
        long[] latest = none();
        for (int row = 0; row < rows.size(); row++) {
            int id = (int) rows.get(row, ID);
            if (wanted.test(row)) latest[id] = Math.max(latest[id], rows.get(row, column));
        }
        return latest;
    }

    /** Whether a topic has that id: the tables may bring others. */
    boolean knows(int id) {
        return id < latestRaw.length;
    }

    /** For each id {@link PartitionLog#NONE}. */
    long[] none() {
        long[] none = new long[log.ids.size()];
        Arrays.fill(none, NONE);
        return none;
    }

    /** Whether that result is there before by the same rules: a re-enrichment publishes one raw record again, by other rules. */
    boolean repeats(int result) {
        long raw = log.results.get(result, RAW);
        for (int place = results.place(raw); place < results.size() && results.row(place) != result; place++) {
            if (log.results.get(results.row(place), ENRICHER) == log.results.get(result, ENRICHER)) return true;
        }
        return false;
    }

    long latestRaw(int id) {
        return latestRaw[id];
    }

    long latestResult(int id) {
        return latestResult[id];
    }

    /** Whether compaction may have taken an entry that stood there: the ledger keeps the last of an id. */
    boolean hasLaterEntry(int id, long at) {
        return lastEntry[id] > at;
    }

    /**
     * Whether compaction may have taken the entry about that raw record, of which it is not known where it stood: a redrive or a
     * re-enrichment writes about an old raw record behind entries about younger ones.
     */
    boolean mayHaveLaterEntry(int id, long raw) {
        if (latestEntry[id] > raw) return true;
        int last = lastEntry[id] == NONE ? Index.NO_ROW : entryAt(lastEntry[id]);
        return last != Index.NO_ROW && (log.entries.get(last, ATTEMPT) > 1 || log.is(last, PartitionLog.RENEWED));
    }

    private int entryAt(long at) {
        int low = 0;
        int high = log.entries.size() - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (log.entries.get(middle, AT) < at) low = middle + 1;
            else high = middle;
        }
        return low;
    }

    /** Whether a dead letter, or an erasure, of that id came to be behind that entry, and took what the entry speaks of. */
    boolean hasLaterLetter(int entry) {
        int id = (int) log.entries.get(entry, ID);
        return Math.max(lastRejected[id], lastErased[id]) > log.entries.get(entry, AT);
    }

    /** Whether a later record of that id stands on the rejected topic. */
    boolean hasLaterLetter(int id, long at) {
        return lastLetter[id] > at;
    }

    /** As {@link #latestErasure}, those that led to nothing included: on the raw topic they are tombstones all the same. */
    long latestErasureAsked(int id) {
        return latestErasureAsked[id];
    }

    long latestErasure(int id) {
        return latestErasure[id];
    }

    void find(Kind kind, long raw, int id, String detail) {
        findings.add(kind, log.partition + "-" + raw, log.ids.id(id), detail);
    }
}
