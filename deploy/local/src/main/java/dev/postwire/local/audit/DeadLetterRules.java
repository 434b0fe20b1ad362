package dev.postwire.local.audit;

import static dev.postwire.local.audit.PartitionLog.AT;
import static dev.postwire.local.audit.PartitionLog.ATTEMPT;
import static dev.postwire.local.audit.PartitionLog.ERASED;
import static dev.postwire.local.audit.PartitionLog.ID;
import static dev.postwire.local.audit.PartitionLog.RAW;
import static dev.postwire.local.audit.PartitionLog.SHA;

/** What the entries call rejected is on the rejected topic, once for each attempt, with the raw record's bytes. */
final class DeadLetterRules {
    private final Scene scene;
    private final PartitionLog log;

    DeadLetterRules(Scene scene) {
        this.scene = scene;
        this.log = scene.log;
    }

    void check() {
        for (int place = 0; place < scene.rejected.size(); place++) {
            int row = scene.rejected.row(place);
            if (log.rejected.get(row, SHA) != ERASED && log.rejected.get(row, RAW) < scene.horizon.settled()) {
                if (repeats(place)) find(Kind.REJECTED_TWICE, row, "a second one of the same attempt");
                else accounted(row);
            }
        }
        for (int place = 0; place < scene.entries.size(); place++) {
            int entry = scene.entries.row(place);
            long raw = scene.entries.raw(place);
            if (log.outcome(entry) == Outcome.rejected && raw < scene.horizon.settled()) expected(entry, raw);
        }
    }

    private boolean repeats(int place) {
        int row = scene.rejected.row(place);
        for (int other = scene.rejected.place(scene.rejected.raw(place)); other < place; other++) {
            if (log.rejected.get(scene.rejected.row(other), ATTEMPT) == log.rejected.get(row, ATTEMPT)) return true;
        }
        return false;
    }

    private void accounted(int row) {
        long raw = log.rejected.get(row, RAW);
        int entry = entryOf(row);
        if (entry != Index.NO_ROW) {
            if (log.outcome(entry) != Outcome.rejected) {
                find(Kind.REJECTED_UNACCOUNTED, row, "the entry says " + log.outcome(entry));
            }
        } else if (scene.mayHaveLaterEntry((int) log.rejected.get(row, ID), raw)) {
            scene.findings.notChecked("ledger entries compacted away");
        } else {
            find(Kind.REJECTED_UNACCOUNTED, row, "no entry speaks of it");
        }
        int rawRow = scene.raws.last(raw);
        if (rawRow != Index.NO_ROW && log.raw.get(rawRow, SHA) != log.rejected.get(row, SHA)) {
            find(Kind.REJECTED_BYTES_DIFFER, row, "the bytes are not those of the raw record");
        }
    }

    /** The entry about the attempt that a letter is of. */
    private int entryOf(int row) {
        long raw = log.rejected.get(row, RAW);
        for (int place = scene.entries.place(raw); place < scene.entries.place(raw + 1); place++) {
            int entry = scene.entries.row(place);
            boolean same = log.entries.get(entry, ATTEMPT) == log.rejected.get(row, ATTEMPT);
            if (same && !log.is(entry, PartitionLog.RENEWED)) return entry;
        }
        return Index.NO_ROW;
    }

    private void expected(int entry, long raw) {
        if (hasLetter(raw, log.entries.get(entry, ATTEMPT))) return;
        int id = (int) log.entries.get(entry, ID);
        boolean taken = scene.horizon.rejectedStart() > 0 || scene.hasLaterLetter(entry);
        if (taken) scene.findings.notChecked("dead letters taken by retention, a later one or an erasure");
        else scene.find(Kind.REJECTED_MISSING, raw, id, "its bytes are not on the rejected topic");
    }

    private boolean hasLetter(long raw, long attempt) {
        for (int place = scene.rejected.place(raw); place < scene.rejected.place(raw + 1); place++) {
            if (log.rejected.get(scene.rejected.row(place), ATTEMPT) == attempt) return true;
        }
        return false;
    }

    private void find(Kind kind, int row, String detail) {
        String place = "posts.rejected.v1-" + log.partition + "@" + log.rejected.get(row, AT);
        scene.find(kind, log.rejected.get(row, RAW), (int) log.rejected.get(row, ID), place + ": " + detail);
    }
}
