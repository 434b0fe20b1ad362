package dev.postwire.local.audit;

import static dev.postwire.local.audit.PartitionLog.ENRICHER;
import static dev.postwire.local.audit.PartitionLog.ERASED_BEFORE;
import static dev.postwire.local.audit.PartitionLog.ID;
import static dev.postwire.local.audit.PartitionLog.NONE;
import static dev.postwire.local.audit.PartitionLog.RAW;

import java.util.Arrays;

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
    private final long[] latestRejected;
    private final long[] latestErasure;
    private final long[] latestErasureAsked;

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
        latestRejected = latest(log.rejected);
        latestErasure = none();
        latestErasureAsked = none();
        erasures();
    }

    private long[] latest(LongRows rows) {
        long[] latest = none();
        for (int i = 0; i < rows.size(); i++) {
            int id = (int) rows.get(i, ID);
            latest[id] = Math.max(latest[id], rows.get(i, RAW));
        }
        return latest;
    }

    private void erasures() {
        for (int i = 0; i < log.entries.size(); i++) {
            int id = (int) log.entries.get(i, ID);
            long raw = log.entries.get(i, RAW);
            boolean erased = log.outcome(i) == Outcome.erased;
            if (erased) latestErasure[id] = Math.max(latestErasure[id], raw);
            if (erased || log.entries.get(i, ERASED_BEFORE) == 1) {
                latestErasureAsked[id] = Math.max(latestErasureAsked[id], raw);
            }
        }
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

    long latestEntry(int id) {
        return latestEntry[id];
    }

    long latestResult(int id) {
        return latestResult[id];
    }

    long latestRejected(int id) {
        return latestRejected[id];
    }

    long latestErasure(int id) {
        return latestErasure[id];
    }

    /** As {@link #latestErasure}, those that led to nothing included: on the raw topic they are tombstones all the same. */
    long latestErasureAsked(int id) {
        return latestErasureAsked[id];
    }

    void find(Kind kind, long raw, int id, String detail) {
        findings.add(kind, log.partition + "-" + raw, log.ids.id(id), detail);
    }
}
