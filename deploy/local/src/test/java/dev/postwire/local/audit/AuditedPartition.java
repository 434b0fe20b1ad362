package dev.postwire.local.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.postwire.local.audit.Horizon.Stored;
import dev.postwire.local.audit.Tables.Content;
import dev.postwire.local.audit.Tables.ErasureRow;
import dev.postwire.local.audit.Tables.PostRow;
import dev.postwire.local.audit.Tables.ReceiptRow;
import dev.postwire.local.audit.Tables.RejectionRow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A partition in which all that can happen has happened: at raw offset 0 post a, 1 post b, 2 a again with the same words, 3 c which
 * is rejected, 4 a changed, 5 b erased. Each test breaks one thing and expects exactly that.
 */
final class AuditedPartition {
    static final long NOTHING = PartitionLog.NONE;
    private static final int RAW_END = 6;
    static final long ALL = 100;

    /** Written a while before tombstones are taken away. */
    static final long NOW = 1_000;

    record Entry(long at, String id, long raw, Outcome outcome, long current, int traits, long attempt, long time) {
        /** Of a first attempt, without a key. */
        Entry(long at, String id, long raw, Outcome outcome, long current) {
            this(at, id, raw, outcome, current, 0, 1, NOW);
        }

        Entry with(int more) {
            return new Entry(at, id, raw, outcome, current, traits | more, attempt, time);
        }

        Entry attempt(long which) {
            return new Entry(at, id, raw, outcome, current, traits, which, time);
        }

        Entry since(long then) {
            return new Entry(at, id, raw, outcome, current, traits, attempt, then);
        }
    }

    record Result(long at, String id, long raw, long sha, long enricher) {}

    record Letter(long at, String id, long raw, long sha, long attempt) {}

    final List<Long> raws = new ArrayList<>(List.of(0L, 1L, 2L, 3L, 4L, 5L));
    final List<Entry> entries = new ArrayList<>(List.of(
            new Entry(0, "a", 0, Outcome.enriched, 0),
            new Entry(2, "b", 1, Outcome.enriched, 1),
            new Entry(4, "a", 2, Outcome.unchanged, 0),
            new Entry(6, "c", 3, Outcome.rejected, NOTHING),
            new Entry(8, "a", 4, Outcome.enriched, 4),
            new Entry(10, "b", 5, Outcome.erased, NOTHING)));
    final List<Result> results = new ArrayList<>(List.of(
            new Result(0, "a", 0, 70, 1),
            new Result(2, "b", 1, 71, 1),
            new Result(4, "a", 4, 74, 1),
            new Result(6, "b", 5, PartitionLog.ERASED, 0)));
    final List<Letter> letters = new ArrayList<>(List.of(new Letter(0, "c", 3, 13, 1)));
    final FakeTables tables = new FakeTables();
    Stored stored = new Stored(ALL, ALL, ALL);
    long settled = RAW_END;
    long rejectedStart;
    long tombstonesSince;
    final List<Long> rawTombstones = new ArrayList<>(List.of(5L));
    /** Of raw records from 6 on. */
    final List<String> laterIds = new ArrayList<>();

    final Map<Long, Long> otherOrigin = new HashMap<>();

    AuditedPartition() {
        tables.posts.add(row("a", 4, 74, 2));
        entries.forEach(entry -> tables.receipts.add(receipt(entry)));
        tables.rejections.add(new RejectionRow(0, "c"));
        tables.erasures.add(new ErasureRow("b", 5));
    }

    static PostRow row(String id, long raw, long sha, int revision) {
        return new PostRow(id, raw, revision, sha, content(sha));
    }

    private static Content content(long sha) {
        return sha == PartitionLog.ERASED ? Content.ERASED : new Content(sha, sha + 100, sha + 200);
    }

    static ReceiptRow receipt(Entry entry) {
        return new ReceiptRow(entry.raw(), entry.id(), entry.outcome().name(), entry.at(), entry.current());
    }

    /** Submitted in the beginning, and 2 is the same as 0. */
    long bytes(long raw) {
        if (rawTombstones.contains(raw)) return PartitionLog.ERASED;
        return raw == 2 ? 10 : 10 + raw;
    }

    /** A raw record behind the others, with its entry and receipt. */
    void later(String id, Entry entry) {
        laterIds.add(id);
        raws.add(entry.raw());
        entries.add(entry);
        tables.receipts.add(receipt(entry));
    }

    Findings audit() throws Exception {
        PartitionLog log = new PartitionLog(7);
        List<String> all = new ArrayList<>(List.of("a", "b", "a", "c", "a", "b"));
        all.addAll(laterIds);
        for (long raw : raws) log.raw(raw, all.get((int) raw), bytes(raw));
        entries.forEach(e -> log.entry(new PartitionLog.Entry(
                e.at(), e.id(), e.raw(), e.outcome(), e.current(), e.traits(), e.attempt(), e.time())));
        results.forEach(r -> log.result(new PartitionLog.Result(
                r.at(),
                r.id(),
                r.raw(),
                r.enricher(),
                otherOrigin.getOrDefault(r.raw(), bytes(r.raw())),
                content(r.sha()))));
        letters.forEach(letter -> log.rejected(letter.at(), letter.id(), letter.raw(), letter.sha(), letter.attempt()));
        Findings findings = new Findings();
        long end = RAW_END + laterIds.size();
        Horizon horizon = new Horizon(end, settled + laterIds.size(), rejectedStart, stored, tombstonesSince);
        Audit.check(log, horizon, tables, findings);
        return findings;
    }

    /** Exactly that, and in that order. */
    void finds(String... expected) throws Exception {
        assertEquals(
                List.of(expected),
                audit().kept().stream()
                        .map(finding -> finding.kind().label() + " " + finding.place() + " " + finding.id())
                        .toList());
    }
}
