package dev.postwire.local.audit;

import static dev.postwire.local.audit.PartitionLog.CURRENT;
import static dev.postwire.local.audit.PartitionLog.ERASED;
import static dev.postwire.local.audit.PartitionLog.ID;
import static dev.postwire.local.audit.PartitionLog.NONE;
import static dev.postwire.local.audit.PartitionLog.ORIGIN_SHA;
import static dev.postwire.local.audit.PartitionLog.RAW;
import static dev.postwire.local.audit.PartitionLog.SHA;

import java.util.Arrays;

/**
 * Each entry names the version that stands once it is: its own where it was enriched, none where it was erased, else the one that
 * the entry before it left. And what is unchanged was made of the same bytes, or had a key.
 */
final class CurrentRules {
    /** Of an id none of whose entries was met yet: compaction may have taken earlier ones. */
    private static final long UNKNOWN = -2;

    private final Scene scene;
    private final PartitionLog log;

    CurrentRules(Scene scene) {
        this.scene = scene;
        this.log = scene.log;
    }

    void check() {
        long[] standing = scene.none();
        Arrays.fill(standing, UNKNOWN);
        for (int entry = 0; entry < log.entries.size(); entry++) {
            int id = (int) log.entries.get(entry, ID);
            long expected = expected(entry, standing[id]);
            if (expected == UNKNOWN) expected = unseen(entry, id);
            else if (log.entries.get(entry, CURRENT) != expected) {
                find(
                        entry,
                        "it names " + name(log.entries.get(entry, CURRENT)) + " where " + name(expected) + " stands");
            }
            if (log.outcome(entry) == Outcome.unchanged) unchanged(entry, expected);
            standing[id] = expected;
        }
    }

    private long expected(int entry, long standing) {
        return switch (log.outcome(entry)) {
            case enriched -> log.entries.get(entry, RAW);
            case erased -> NONE;
            case unchanged, rejected -> standing;
        };
    }

    /** Nothing tells what stood before but the entry itself: so there must be such a version, or what replaced it. */
    private long unseen(int entry, int id) {
        long current = log.entries.get(entry, CURRENT);
        if (current == NONE) {
            long before = scene.latestResult(id);
            if (stoodBefore(before, log.entries.get(entry, RAW)))
                find(entry, "it names none where " + before + " stands");
            return NONE;
        }
        int result = scene.results.last(current);
        boolean there =
                result != Index.NO_ROW && log.results.get(result, ID) == id && log.results.get(result, SHA) != ERASED;
        boolean replaced =
                result == Index.NO_ROW && (scene.latestResult(id) > current || scene.latestErasure(id) > current);
        if (current >= log.entries.get(entry, RAW) || !there && !replaced) {
            find(entry, "it names " + current + ", of which there is no enriched record, nor a later one");
        }
        return current;
    }

    /** A result whose entry is gone stood before every entry that is there. */
    private boolean stoodBefore(long result, long raw) {
        return result != NONE
                && result < raw
                && scene.entries.last(result) == Index.NO_ROW
                && log.results.get(scene.results.last(result), SHA) != ERASED;
    }

    private void unchanged(int entry, long standing) {
        if (standing == NONE) {
            if (!log.is(entry, PartitionLog.AFTER_ERASURE)) find(entry, "unchanged, and nothing stands nor was erased");
            return;
        }
        // Under a key that was used before, other content may stand by now.
        if (log.is(entry, PartitionLog.KEYED)) return;
        int raw = scene.raws.last(log.entries.get(entry, RAW));
        int result = scene.results.last(standing);
        if (raw == Index.NO_ROW || result == Index.NO_ROW || log.results.get(result, SHA) == ERASED) return;
        if (log.raw.get(raw, SHA) != log.results.get(result, ORIGIN_SHA)) {
            find(entry, "unchanged, and " + standing + " was made of other bytes");
        }
    }

    private static String name(long current) {
        return current == NONE ? "none" : Long.toString(current);
    }

    private void find(int entry, String detail) {
        scene.find(Kind.CURRENT_DIFFERS, log.entries.get(entry, RAW), (int) log.entries.get(entry, ID), detail);
    }
}
