package dev.postwire.local.audit;

import static dev.postwire.local.audit.PartitionLog.AT;
import static dev.postwire.local.audit.PartitionLog.ERASED;
import static dev.postwire.local.audit.PartitionLog.ID;
import static dev.postwire.local.audit.PartitionLog.ORIGIN_SHA;
import static dev.postwire.local.audit.PartitionLog.RAW;
import static dev.postwire.local.audit.PartitionLog.SHA;
import static dev.postwire.local.audit.PartitionLog.TIME;

/** What the entries call enriched or erased is on the enriched topic, once and in order, and nothing else is. */
final class ResultRules {
    private final Scene scene;
    private final PartitionLog log;

    ResultRules(Scene scene) {
        this.scene = scene;
        this.log = scene.log;
    }

    void check() {
        for (int place = 0; place < scene.results.size(); place++) {
            int row = scene.results.row(place);
            if (scene.repeats(row)) {
                find(Kind.ENRICHED_TWICE, row, "published again at " + log.results.get(row, AT));
            } else {
                accounted(row);
                bytes(row);
            }
        }
        for (int place = 0; place < scene.entries.size(); place++) {
            int entry = scene.entries.row(place);
            long raw = scene.entries.raw(place);
            boolean last = scene.entries.last(raw) == entry;
            if (last && raw < scene.horizon.settled() && scene.results.count(raw) == 0) expected(entry, raw);
        }
        order();
    }

    private void accounted(int row) {
        long raw = log.results.get(row, RAW);
        if (raw >= scene.horizon.settled()) return;
        int entry = scene.entries.last(raw);
        Outcome expected = log.results.get(row, SHA) == ERASED ? Outcome.erased : Outcome.enriched;
        if (entry == Index.NO_ROW) {
            if (scene.mayHaveLaterEntry((int) log.results.get(row, ID), raw)) {
                scene.findings.notChecked("ledger entries compacted away");
            } else {
                find(Kind.ENRICHED_UNACCOUNTED, row, "no entry speaks of it");
            }
        } else if (log.outcome(entry) != expected || log.entries.get(entry, ID) != log.results.get(row, ID)) {
            String says = log.outcome(entry) + " of " + log.id(log.entries, entry);
            find(Kind.ENRICHED_UNACCOUNTED, row, "the entry says " + says);
        }
    }

    private void bytes(int row) {
        int raw = scene.raws.last(log.results.get(row, RAW));
        if (raw == Index.NO_ROW || log.results.get(row, SHA) == ERASED) return;
        if (log.raw.get(raw, SHA) != log.results.get(row, ORIGIN_SHA)) {
            find(Kind.ENRICHED_BYTES_DIFFER, row, "its origin has another SHA-256 than the raw record");
        }
    }

    private void expected(int entry, long raw) {
        Outcome outcome = log.outcome(entry);
        if (outcome != Outcome.enriched && outcome != Outcome.erased) return;
        int id = (int) log.entries.get(entry, ID);
        if (scene.latestResult(id) > raw || scene.latestErasure(id) > raw) {
            scene.findings.notChecked("enriched records compacted away");
        } else if (outcome == Outcome.erased && log.entries.get(entry, TIME) < scene.horizon.tombstonesSince()) {
            scene.findings.notChecked("tombstones that left the enriched topic when their time was over");
        } else if (outcome == Outcome.erased) {
            scene.find(Kind.TOMBSTONE_MISSING, raw, id, "erased, and the enriched topic does not say so");
        } else {
            scene.find(Kind.ENRICHED_MISSING, raw, id, "no enriched record of it, nor a later one");
        }
    }

    /** As they lie on the topic, results of one id never go back to an older raw record. */
    private void order() {
        long[] before = scene.none();
        for (int row = 0; row < log.results.size(); row++) {
            int id = (int) log.results.get(row, ID);
            long raw = log.results.get(row, RAW);
            if (raw < before[id]) find(Kind.OUT_OF_ORDER, row, "stands behind the result of " + before[id]);
            before[id] = Math.max(before[id], raw);
        }
    }

    private void find(Kind kind, int row, String detail) {
        String place = "posts.enriched.v1-" + log.partition + "@" + log.results.get(row, AT);
        scene.find(kind, log.results.get(row, RAW), (int) log.results.get(row, ID), place + ": " + detail);
    }
}
