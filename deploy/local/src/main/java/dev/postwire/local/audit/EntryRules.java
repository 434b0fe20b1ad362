package dev.postwire.local.audit;

import static dev.postwire.local.audit.PartitionLog.ATTEMPT;
import static dev.postwire.local.audit.PartitionLog.ERASED;
import static dev.postwire.local.audit.PartitionLog.ERASED_BEFORE;
import static dev.postwire.local.audit.PartitionLog.ID;
import static dev.postwire.local.audit.PartitionLog.RAW;
import static dev.postwire.local.audit.PartitionLog.RENEWED;
import static dev.postwire.local.audit.PartitionLog.SHA;

import java.util.HashSet;
import java.util.Set;

/** One ledger entry for each raw record, under its id, and a raw record for each entry. */
final class EntryRules {
    private final Scene scene;
    private final PartitionLog log;

    EntryRules(Scene scene) {
        this.scene = scene;
        this.log = scene.log;
    }

    /** Returns the raw records that the ledger has no entry of (offset, id): the receipts tell whether there was one. */
    LongRows check() {
        LongRows withoutEntry = new LongRows(2);
        for (int row = 0; row < log.raw.size(); row++) {
            long raw = log.raw.get(row, RAW);
            int entry = scene.entries.last(raw);
            if (entry != Index.NO_ROW) compare(row, entry);
            else if (raw < scene.horizon.settled()) withoutEntry.add(raw, log.raw.get(row, ID));
            else scene.findings.underWay("rawRecords", 1);
        }
        for (int place = 0; place < scene.entries.size(); place = scene.entries.place(scene.entries.raw(place) + 1)) {
            ofRaw(scene.entries.raw(place));
        }
        return withoutEntry;
    }

    private void compare(int row, int entry) {
        long raw = log.raw.get(row, RAW);
        int id = (int) log.raw.get(row, ID);
        if (id != log.entries.get(entry, ID)) {
            scene.find(Kind.ENTRY_DIFFERS, raw, id, "its entry is under the id " + log.id(log.entries, entry));
        }
        boolean erasure = log.raw.get(row, SHA) == ERASED;
        boolean saysErasure = log.outcome(entry) == Outcome.erased
                || log.outcome(entry) == Outcome.unchanged && log.is(entry, ERASED_BEFORE);
        if (erasure != saysErasure) {
            scene.find(Kind.ENTRY_DIFFERS, raw, id, "its entry says " + log.outcome(entry));
        }
    }

    private void ofRaw(long raw) {
        int first = scene.entries.place(raw);
        int behind = scene.entries.place(raw + 1);
        int id = (int) log.entries.get(scene.entries.row(first), ID);
        // A dead letter that went through again in place has one entry for each attempt, all but the last of them
        // rejected.
        int settled = 0;
        boolean again = false;
        Set<Long> attempts = new HashSet<>();
        for (int place = first; place < behind; place++) {
            int entry = scene.entries.row(place);
            if (log.is(entry, RENEWED)) continue;
            if (log.outcome(entry) != Outcome.rejected) settled++;
            again |= !attempts.add(log.entries.get(entry, ATTEMPT));
        }
        if (settled > 1 || again) {
            scene.find(Kind.ACCOUNTED_TWICE, raw, id, (behind - first) + " ledger entries");
        }
        if (scene.raws.last(raw) != Index.NO_ROW || raw >= scene.horizon.rawEnd()) return;
        if (scene.latestRaw(id) > raw || scene.latestErasureAsked(id) >= raw) {
            scene.findings.notChecked("raw records compacted away");
        } else {
            scene.find(Kind.RAW_RECORD_MISSING, raw, id, "an entry is about it, nothing newer replaced it");
        }
    }
}
