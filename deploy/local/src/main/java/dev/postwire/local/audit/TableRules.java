package dev.postwire.local.audit;

import static dev.postwire.local.audit.PartitionLog.AT;
import static dev.postwire.local.audit.PartitionLog.CURRENT;
import static dev.postwire.local.audit.PartitionLog.ERASED;
import static dev.postwire.local.audit.PartitionLog.ID;
import static dev.postwire.local.audit.PartitionLog.NONE;
import static dev.postwire.local.audit.PartitionLog.RAW;
import static dev.postwire.local.audit.PartitionLog.SHA;

import dev.postwire.local.audit.Tables.Content;
import dev.postwire.local.audit.Tables.PostRow;
import dev.postwire.local.audit.Tables.ReceiptRow;
import dev.postwire.local.audit.Tables.RejectionRow;
import java.sql.SQLException;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/** Holds the tables to the topics, as far as these are stored: a row for each record, a record for each row. */
final class TableRules {
    private final Scene scene;
    private final PartitionLog log;
    private final Tables tables;
    private final Horizon.Stored stored;

    TableRules(Scene scene, Tables tables) {
        this.scene = scene;
        this.log = scene.log;
        this.tables = tables;
        this.stored = scene.horizon.stored();
    }

    /** @param withoutEntry raw records the ledger has no entry of: offset, id */
    void check(LongRows withoutEntry) throws SQLException {
        long[] erased = erasures();
        posts(erased);
        revisions();
        receipts(withoutEntry);
        rejections(erased);
    }

    private long[] erasures() throws SQLException {
        long[] erased = scene.none();
        tables.erasures(log.partition, row -> {
            scene.findings.checked("erasures", 1);
            int id = log.ids.number(row.id());
            if (scene.knows(id)) erased[id] = row.raw();
        });
        long[] expected = scene.none();
        for (int i = 0; i < log.entries.size(); i++) {
            if (log.outcome(i) != Outcome.erased || log.entries.get(i, AT) >= stored.ledger()) continue;
            int id = (int) log.entries.get(i, ID);
            expected[id] = Math.max(expected[id], log.entries.get(i, RAW));
        }
        for (int id = 0; id < erased.length; id++) {
            boolean missing = expected[id] > erased[id];
            if (missing && !tables.movedFrom(log.partition, log.ids.id(id))) {
                scene.find(Kind.ERASURE_MISSING, expected[id], id, "the table erasure does not have it");
            }
        }
        return erased;
    }

    /** The newest stored result of each id, and how many there are since the last tombstone. */
    private record Newest(long[] row, int[] since) {}

    private Newest newest() {
        Newest newest = new Newest(scene.none(), new int[scene.none().length]);
        for (int row = 0; row < log.results.size(); row++) {
            if (log.results.get(row, AT) >= stored.enriched()) {
                scene.findings.underWay("resultsNotYetStored", 1);
                continue;
            }
            int id = (int) log.results.get(row, ID);
            boolean older = newest.row()[id] != NONE
                    && log.results.get(row, RAW) < log.results.get((int) newest.row()[id], RAW);
            if (older || scene.repeats(row)) continue;
            newest.since()[id] = log.results.get(row, SHA) == ERASED ? 0 : newest.since()[id] + 1;
            newest.row()[id] = row;
        }
        return newest;
    }

    private void posts(long[] erased) throws SQLException {
        Newest newest = newest();
        BitSet seen = new BitSet();
        tables.posts(log.partition, row -> {
            scene.findings.checked("posts", 1);
            int id = log.ids.number(row.id());
            seen.set(id);
            if (!scene.knows(id) || newest.row()[id] == NONE) {
                scene.find(Kind.ROW_UNACCOUNTED, row.raw(), id, "no enriched record of this id");
            } else {
                compare(row, id, newest, erased[id]);
            }
        });
        for (int id = 0; id < newest.row().length; id++) {
            if (seen.get(id) || newest.row()[id] == NONE) continue;
            int record = (int) newest.row()[id];
            long raw = log.results.get(record, RAW);
            boolean gone = log.results.get(record, SHA) == ERASED || erased[id] >= raw;
            if (!gone && !tables.movedFrom(log.partition, log.ids.id(id))) {
                scene.find(Kind.ROW_MISSING, raw, id, "the newest record of this id has no row");
            }
        }
    }

    private void compare(PostRow row, int id, Newest newest, long erased) {
        int record = (int) newest.row()[id];
        long raw = log.results.get(record, RAW);
        if (log.results.get(record, SHA) == ERASED || erased >= row.raw()) {
            scene.find(
                    Kind.ERASED_BUT_STORED, row.raw(), id, "erased by " + Math.max(erased, raw) + ", the row stands");
        } else if (raw != row.raw()) {
            scene.find(Kind.ROW_DIFFERS, raw, id, "the row is of " + row.raw());
        } else if (!difference(row, log.content(record)).isEmpty()) {
            scene.find(Kind.ROW_DIFFERS, raw, id, difference(row, log.content(record)));
        } else if (row.revision() < newest.since()[id]) {
            String records = newest.since()[id] + " records since it was last erased";
            scene.find(Kind.ROW_DIFFERS, raw, id, "the row is revision " + row.revision() + ", there are " + records);
        } else if (row.revision() > newest.since()[id]) {
            scene.findings.notChecked("revisions: earlier records of the post compacted away");
        }
    }

    /** What of the row is not the record's; empty where all is. */
    private String difference(PostRow row, Content record) {
        Content own = row.content();
        if (row.text() != record.text()) return "the row's text is not the record's";
        if (own.document() != record.document()) return "a field of the row's document is not the record's";
        if (own.bodies() == PartitionLog.ERASED) {
            scene.findings.notChecked("stored bodies that SQL cannot unpack");
            return "";
        }
        if (own.text() != row.text()) return "the stored text is not what the row says";
        return own.bodies() == record.bodies() ? "" : "the stored html or markdown is not the record's";
    }

    private void revisions() throws SQLException {
        tables.brokenRevisions(log.partition, row -> {
            int id = log.ids.number(row.id());
            String which = "revision " + row.revision() + " contradicts its own document or the post";
            scene.find(Kind.REVISION_DIFFERS, row.raw(), id, which);
        });
    }

    private void receipts(LongRows withoutEntry) throws SQLException {
        BitSet places = new BitSet();
        BitSet missing = new BitSet();
        Index gone = new Index(withoutEntry);
        tables.receipts(log.partition, row -> {
            scene.findings.checked("receipts", 1);
            int entry = storedEntry(row.raw());
            if (entry != Index.NO_ROW) {
                places.set(entry);
                compare(row, entry);
            } else {
                ofCompactedEntry(row, gone, missing);
            }
        });
        for (int place = 0; place < scene.entries.size(); place++) {
            int entry = scene.entries.row(place);
            long raw = scene.entries.raw(place);
            if (log.entries.get(entry, AT) >= stored.ledger()) scene.findings.underWay("entriesNotYetStored", 1);
            else if (storedEntry(raw) == entry && !places.get(entry)) {
                scene.find(
                        Kind.RECEIPT_MISSING,
                        raw,
                        (int) log.entries.get(entry, ID),
                        "the table receipt does not have it");
            }
        }
        for (int place = 0; place < gone.size(); place++) {
            int row = gone.row(place);
            if (missing.get(row)) continue;
            scene.find(
                    Kind.UNACCOUNTED, gone.raw(place), (int) withoutEntry.get(row, ID), "no ledger entry speaks of it");
        }
    }

    /** The entry the tables have of that raw record: the last that is stored. */
    private int storedEntry(long raw) {
        for (int place = scene.entries.place(raw + 1) - 1; place >= 0 && scene.entries.raw(place) == raw; place--) {
            if (log.entries.get(scene.entries.row(place), AT) < stored.ledger()) return scene.entries.row(place);
        }
        return Index.NO_ROW;
    }

    private void compare(ReceiptRow row, int entry) {
        int id = (int) log.entries.get(entry, ID);
        if (!log.ids.id(id).equals(row.id()) || !log.outcome(entry).name().equals(row.outcome())) {
            String says = row.outcome() + " of " + row.id();
            scene.find(
                    Kind.RECEIPT_DIFFERS,
                    row.raw(),
                    id,
                    "the table says " + says + ", the ledger " + log.outcome(entry));
        } else if (row.at() != log.entries.get(entry, AT) || row.current() != log.entries.get(entry, CURRENT)) {
            scene.find(Kind.RECEIPT_DIFFERS, row.raw(), id, "entry or published version are not the ledger's");
        }
    }

    /** A receipt outlives its entry, which is compacted away once the id has a later one. */
    private void ofCompactedEntry(ReceiptRow row, Index gone, BitSet resolved) {
        int id = log.ids.number(row.id());
        boolean later = scene.knows(id) && scene.hasLaterEntry(id, row.at());
        if (!later) {
            scene.find(Kind.RECEIPT_UNACCOUNTED, row.raw(), id, "no ledger entry, nor a later one of its id");
            return;
        }
        scene.findings.notChecked("ledger entries compacted away");
        int of = gone.last(row.raw());
        if (of != Index.NO_ROW) resolved.set(of);
    }

    private void rejections(long[] erased) throws SQLException {
        BitSet seen = new BitSet();
        Map<Long, Integer> rowAt = new HashMap<>();
        for (int row = 0; row < log.rejected.size(); row++) rowAt.put(log.rejected.get(row, AT), row);
        tables.rejections(log.partition, row -> {
            scene.findings.checked("rejections", 1);
            Integer record = rowAt.get(row.at());
            if (record != null) seen.set(record);
            else ofTakenLetter(row);
        });
        for (int row = 0; row < log.rejected.size(); row++) {
            int id = (int) log.rejected.get(row, ID);
            boolean erasedSince = erased[id] >= log.rejected.get(row, RAW);
            if (log.rejected.get(row, SHA) == ERASED || erasedSince || seen.get(row)) continue;
            if (log.rejected.get(row, AT) >= stored.rejected()) scene.findings.underWay("deadLettersNotYetStored", 1);
            else {
                scene.find(
                        Kind.REJECTION_ROW_MISSING,
                        log.rejected.get(row, RAW),
                        id,
                        "the table rejection does not have it");
            }
        }
    }

    private void ofTakenLetter(RejectionRow row) {
        int id = log.ids.number(row.id());
        boolean later = scene.knows(id) && scene.hasLaterLetter(id, row.at());
        if (row.at() < scene.horizon.rejectedStart() || later) {
            scene.findings.notChecked("dead letters taken by retention, a later one or an erasure");
        } else {
            String place = "posts.rejected.v1-" + log.partition + "@" + row.at();
            scene.findings.add(Kind.REJECTION_ROW_UNACCOUNTED, place, row.id(), "no such record on the rejected topic");
        }
    }
}
