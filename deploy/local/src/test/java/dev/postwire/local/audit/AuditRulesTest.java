package dev.postwire.local.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.postwire.local.audit.Horizon.Stored;
import dev.postwire.local.audit.Tables.Content;
import dev.postwire.local.audit.Tables.ErasureRow;
import dev.postwire.local.audit.Tables.PostRow;
import dev.postwire.local.audit.Tables.ReceiptRow;
import dev.postwire.local.audit.Tables.RejectionRow;
import dev.postwire.local.audit.Tables.RevisionRow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * A partition in which all that can happen has happened: at raw offset 0 post a, 1 post b, 2 a again with the same words, 3 c which
 * is rejected, 4 a changed, 5 b erased. Each test breaks one thing and expects exactly that.
 */
class AuditRulesTest {
    private static final long NOTHING = PartitionLog.NONE;
    private static final int RAW_END = 6;
    private static final long ALL = 100;

    /** Written a while before tombstones are taken away. */
    private static final long NOW = 1_000;

    private record Entry(
            long at, String id, long raw, Outcome outcome, long current, int traits, long attempt, long time) {
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

    private record Result(long at, String id, long raw, long sha, long enricher) {}

    private record Letter(long at, String id, long raw, long sha, long attempt) {}

    private final List<Long> raws = new ArrayList<>(List.of(0L, 1L, 2L, 3L, 4L, 5L));
    private final List<Entry> entries = new ArrayList<>(List.of(
            new Entry(0, "a", 0, Outcome.enriched, 0),
            new Entry(2, "b", 1, Outcome.enriched, 1),
            new Entry(4, "a", 2, Outcome.unchanged, 0),
            new Entry(6, "c", 3, Outcome.rejected, NOTHING),
            new Entry(8, "a", 4, Outcome.enriched, 4),
            new Entry(10, "b", 5, Outcome.erased, NOTHING)));
    private final List<Result> results = new ArrayList<>(List.of(
            new Result(0, "a", 0, 70, 1),
            new Result(2, "b", 1, 71, 1),
            new Result(4, "a", 4, 74, 1),
            new Result(6, "b", 5, PartitionLog.ERASED, 0)));
    private final List<Letter> letters = new ArrayList<>(List.of(new Letter(0, "c", 3, 13, 1)));
    private final FakeTables tables = new FakeTables();
    private Stored stored = new Stored(ALL, ALL, ALL);
    private long settled = RAW_END;
    private long rejectedStart;
    private long tombstonesSince;
    private final List<Long> rawTombstones = new ArrayList<>(List.of(5L));
    /** Of raw records from 6 on. */
    private final List<String> laterIds = new ArrayList<>();

    private final Map<Long, Long> otherOrigin = new HashMap<>();

    AuditRulesTest() {
        tables.posts.add(row("a", 4, 74, 2));
        entries.forEach(entry -> tables.receipts.add(receipt(entry)));
        tables.rejections.add(new RejectionRow(0, "c"));
        tables.erasures.add(new ErasureRow("b", 5));
    }

    private static PostRow row(String id, long raw, long sha, int revision) {
        return new PostRow(id, raw, revision, sha, content(sha));
    }

    private static Content content(long sha) {
        return sha == PartitionLog.ERASED ? Content.ERASED : new Content(sha, sha + 100, sha + 200);
    }

    private static ReceiptRow receipt(Entry entry) {
        return new ReceiptRow(entry.raw(), entry.id(), entry.outcome().name(), entry.at(), entry.current());
    }

    /** Submitted in the beginning, and 2 is the same as 0. */
    private long bytes(long raw) {
        if (rawTombstones.contains(raw)) return PartitionLog.ERASED;
        return raw == 2 ? 10 : 10 + raw;
    }

    private Findings audit() throws Exception {
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

    private void finds(String... expected) throws Exception {
        assertEquals(
                List.of(expected),
                audit().kept().stream()
                        .map(finding -> finding.kind().label() + " " + finding.place() + " " + finding.id())
                        .toList());
    }

    @Test
    void findsNothingWhereAllIsAsItShouldBe() throws Exception {
        Findings findings = audit();

        assertEquals(List.of(), findings.kept());
        assertTrue(findings.clean());
        assertEquals(6, findings.checked().get("rawRecords"));
        assertTrue(findings.notChecked().isEmpty() && findings.underWay().isEmpty());
    }

    @Test
    void namesARawRecordThatNobodyAccountsFor() throws Exception {
        entries.remove(3);
        tables.receipts.remove(3);
        letters.clear();
        tables.rejections.clear();

        finds("unaccounted 7-3 c");
    }

    @Test
    void takesWhatTheEnricherHasNotReachedForUnderWay() throws Exception {
        entries.remove(5);
        tables.receipts.remove(5);
        results.remove(3);
        tables.erasures.clear();
        tables.posts.add(row("b", 1, 71, 1));
        settled = 5;

        Findings findings = audit();

        assertEquals(List.of(), findings.kept());
        assertEquals(1, findings.underWay().get("rawRecords"));
    }

    @Test
    void takesWhatTheTablesHaveNotReachedForUnderWay() throws Exception {
        stored = new Stored(4, ALL, 8);
        tables.posts.clear();
        tables.posts.add(row("a", 0, 70, 1));
        tables.posts.add(row("b", 1, 71, 1));
        tables.receipts.subList(4, 6).clear();
        tables.erasures.clear();

        assertEquals(List.of(), audit().kept());
    }

    @Test
    void takesWhatAReenrichmentLedToForNoSecondEntry() throws Exception {
        entries.add(new Entry(12, "a", 4, Outcome.enriched, 4).with(PartitionLog.RENEWED));
        tables.receipts.set(4, receipt(entries.get(6)));
        results.add(new Result(8, "a", 4, 75, 2));
        tables.posts.set(0, row("a", 4, 75, 3));

        assertEquals(List.of(), audit().kept());
    }

    @Test
    void namesASecondEntry() throws Exception {
        entries.add(new Entry(12, "a", 4, Outcome.enriched, 4));
        tables.receipts.set(4, receipt(entries.get(6)));

        finds("accounted-twice 7-4 a");
    }

    @Test
    void namesAnEntryOfAnotherId() throws Exception {
        entries.set(2, new Entry(4, "x", 2, Outcome.enriched, 2));
        tables.receipts.set(2, receipt(entries.get(2)));
        results.add(2, new Result(3, "x", 2, 72, 1));
        tables.posts.add(row("x", 2, 72, 1));

        finds("entry-differs 7-2 a");
    }

    @Test
    void namesARawRecordThatIsGoneWithoutANewerOne() throws Exception {
        raws.remove(4);

        finds("raw-record-missing 7-4 a");
    }

    @Test
    void bearsThatCompactionTookWhatANewerRecordReplaced() throws Exception {
        raws.removeAll(List.of(0L, 1L, 2L));
        results.removeIf(result -> result.raw() < 4);
        entries.removeIf(entry -> entry.raw() < 2);

        Findings findings = audit();

        assertEquals(List.of(), findings.kept());
        assertEquals(1, findings.notChecked().get("raw records compacted away"));
        assertEquals(2, findings.notChecked().get("ledger entries compacted away"));
    }

    @Test
    void findsTheEntryThatCompactionTookInTheReceipts() throws Exception {
        entries.remove(0);

        Findings findings = audit();

        assertEquals(List.of(), findings.kept());
        assertTrue(findings.notChecked().get("ledger entries compacted away") > 0);
    }

    @Test
    void namesAnEnrichedRecordThatIsMissing() throws Exception {
        results.remove(2);
        tables.posts.set(0, row("a", 0, 70, 1));

        finds("enriched-missing 7-4 a");
    }

    @Test
    void namesATombstoneThatIsMissing() throws Exception {
        results.remove(3);

        finds("tombstone-missing 7-5 b");
    }

    @Test
    void namesARecordPublishedTwice() throws Exception {
        results.add(new Result(8, "a", 4, 74, 1));

        // And the row is right: the table took it once.
        finds("enriched-twice 7-4 a");
    }

    @Test
    void takesTheSamePostUnderNewRulesForAReEnrichment() throws Exception {
        entries.add(new Entry(12, "a", 4, Outcome.enriched, 4).with(PartitionLog.RENEWED));
        tables.receipts.set(4, receipt(entries.get(6)));
        results.add(new Result(8, "a", 4, 75, 2));
        tables.posts.set(0, row("a", 4, 75, 3));

        finds();
    }

    @Test
    void takesADeadLetterThatWentThroughForARedrive() throws Exception {
        entries.add(new Entry(12, "c", 3, Outcome.rejected, NOTHING).attempt(2));
        entries.add(new Entry(14, "c", 3, Outcome.enriched, 3).attempt(3));
        letters.add(new Letter(2, "c", 3, 13, 2));
        results.add(new Result(8, "c", 3, 73, 1));
        tables.rejections.add(new RejectionRow(2, "c"));
        tables.receipts.set(3, receipt(entries.get(7)));
        tables.posts.add(row("c", 3, 73, 1));

        finds();
    }

    @Test
    void namesAnOlderResultBehindANewerOne() throws Exception {
        results.add(new Result(8, "a", 0, 70, 2));

        finds("out-of-order 7-0 a");
    }

    @Test
    void namesAnEnrichedRecordWithoutAnEntry() throws Exception {
        results.add(1, new Result(1, "a", 2, 70, 1));
        tables.posts.set(0, row("a", 4, 74, 3));

        finds("enriched-unaccounted 7-2 a");
    }

    @Test
    void namesADeadLetterThatIsMissing() throws Exception {
        letters.clear();
        tables.rejections.clear();

        finds("rejected-missing 7-3 c");
    }

    @Test
    void bearsThatRetentionTookADeadLetter() throws Exception {
        letters.clear();
        rejectedStart = 1;

        finds();
    }

    @Test
    void namesDeadLettersThatAreTwoOrOther() throws Exception {
        letters.add(new Letter(2, "c", 3, 13, 1));
        letters.set(0, new Letter(0, "c", 3, 99, 1));
        tables.rejections.add(new RejectionRow(2, "c"));

        finds("rejected-bytes-differ 7-3 c", "rejected-twice 7-3 c");
    }

    @Test
    void namesARowThatIsMissing() throws Exception {
        tables.posts.clear();

        finds("row-missing 7-4 a");
    }

    @Test
    void knowsThatAPostMovesWhenPartitionsAreAdded() throws Exception {
        tables.posts.clear();
        tables.moved = true;

        finds();
    }

    @Test
    void namesARowWithoutARecord() throws Exception {
        tables.posts.add(row("z", 3, 1, 1));

        finds("row-unaccounted 7-3 z");
    }

    @Test
    void namesARowOfAnOlderRecordOrOtherTextOrTooFewRevisions() throws Exception {
        tables.posts.set(0, row("a", 0, 70, 1));
        finds("row-differs 7-4 a");
        tables.posts.set(0, row("a", 4, 73, 2));
        finds("row-differs 7-4 a");
        tables.posts.set(0, row("a", 4, 74, 1));
        finds("row-differs 7-4 a");
    }

    @Test
    void namesAnErasedPostThatStands() throws Exception {
        tables.posts.add(row("b", 1, 71, 1));

        finds("erased-but-stored 7-1 b");
    }

    @Test
    void namesAnErasureThatIsNotStored() throws Exception {
        tables.erasures.clear();

        finds("erasure-missing 7-5 b");
    }

    @Test
    void namesReceiptsThatAreMissingOrOtherOrTooMany() throws Exception {
        tables.receipts.set(1, new ReceiptRow(1, "b", "rejected", 2, 1));
        tables.receipts.remove(0);
        tables.receipts.add(new ReceiptRow(9, "q", "enriched", 20, 9));

        finds("receipt-differs 7-1 b", "receipt-unaccounted 7-9 q", "receipt-missing 7-0 a");
    }

    @Test
    void namesRejectionRowsThatAreMissingOrTooMany() throws Exception {
        tables.rejections.set(0, new RejectionRow(5, "q"));

        finds("rejection-row-unaccounted posts.rejected.v1-7@5 q", "rejection-row-missing 7-3 c");
    }

    /** A raw record behind the others, with its entry and receipt. */
    private void later(String id, Entry entry) {
        laterIds.add(id);
        raws.add(entry.raw());
        entries.add(entry);
        tables.receipts.add(receipt(entry));
    }

    @Test
    void bearsThatALetterRejectedAgainTookTheFirstWhileTheLedgerKeepsBothEntries() throws Exception {
        entries.add(new Entry(12, "c", 3, Outcome.rejected, NOTHING).attempt(2));
        tables.receipts.set(3, receipt(entries.get(6)));
        letters.set(0, new Letter(2, "c", 3, 13, 2));
        tables.rejections.add(new RejectionRow(2, "c"));

        finds();
    }

    @Test
    void namesASecondEntryOfOneAttempt() throws Exception {
        entries.add(new Entry(12, "c", 3, Outcome.rejected, NOTHING));
        tables.receipts.set(3, receipt(entries.get(6)));

        finds("accounted-twice 7-3 c");
    }

    @Test
    void namesTheDeadLetterOfALaterAttemptThatIsMissing() throws Exception {
        entries.add(new Entry(12, "c", 3, Outcome.rejected, NOTHING).attempt(2));
        tables.receipts.set(3, receipt(entries.get(6)));

        finds("rejected-missing 7-3 c");
    }

    @Test
    void bearsThatTheLedgerKeepsOnlyTheEntryByWhichALetterWentThrough() throws Exception {
        entries.set(3, new Entry(12, "c", 3, Outcome.enriched, 3).attempt(2));
        entries.sort(Comparator.comparingLong(Entry::at));
        tables.receipts.set(3, receipt(entries.get(5)));
        results.add(new Result(8, "c", 3, 73, 1));
        tables.posts.add(row("c", 3, 73, 1));

        finds();
    }

    @Test
    void bearsAndCountsTombstonesThatLeftTheEnrichedTopicInTime() throws Exception {
        results.remove(3);
        results.remove(1);
        tombstonesSince = NOW + 1;

        Findings findings = audit();

        assertEquals(List.of(), findings.kept());
        assertEquals(1, findings.notChecked().get("tombstones that left the enriched topic when their time was over"));
    }

    @Test
    void namesATombstoneThatLeftTooEarly() throws Exception {
        results.remove(3);
        entries.set(5, entries.get(5).since(NOW + 2));
        tombstonesSince = NOW + 1;

        finds("tombstone-missing 7-5 b");
    }

    /** Raw 6 and 7 of one id were rejected, then 6 was redriven, rejected again, and all but the last compacted away. */
    private void redriveTheOlderOfTwo() {
        later("d", new Entry(16, "d", 6, Outcome.rejected, NOTHING).attempt(2));
        laterIds.add("d");
        raws.add(7L);
        raws.remove(6L);
        tables.receipts.add(new ReceiptRow(7, "d", "rejected", 14, NOTHING));
        letters.add(new Letter(6, "d", 6, bytes(6), 2));
        tables.rejections.addAll(List.of(new RejectionRow(2, "d"), new RejectionRow(4, "d"), new RejectionRow(6, "d")));
    }

    @Test
    void knowsLaterEntriesByTheirPlaceInTheLedgerAndNotByTheirRawRecord() throws Exception {
        redriveTheOlderOfTwo();
        finds();

        letters.add(1, new Letter(4, "d", 7, bytes(7), 1));
        finds();
    }

    @Test
    void bearsThatTheOlderOfTwoRejectedAgainTookTheLetterOfTheYounger() throws Exception {
        redriveTheOlderOfTwo();
        entries.add(6, new Entry(14, "d", 7, Outcome.rejected, NOTHING));

        finds();
    }

    @Test
    void namesAReceiptBehindTheLastEntryOfItsId() throws Exception {
        redriveTheOlderOfTwo();
        tables.receipts.set(7, new ReceiptRow(7, "d", "rejected", 18, NOTHING));

        finds("receipt-unaccounted 7-7 d", "unaccounted 7-7 d");
    }

    @Test
    void namesALetterWhoseRawRecordALaterAttemptOfAnotherDoesNotExplain() throws Exception {
        redriveTheOlderOfTwo();
        tables.receipts.remove(7);

        finds("unaccounted 7-7 d");
    }

    /** An erasure of a, carried out before all that is here, is asked for again under its key. */
    private void eraseAgain() {
        later("a", new Entry(12, "a", 6, Outcome.unchanged, 4).with(PartitionLog.KEYED | PartitionLog.ERASED_BEFORE));
        rawTombstones.add(6L);
    }

    @Test
    void bearsAnErasureThatWasCarriedOutBeforeAndWhatStandsSince() throws Exception {
        eraseAgain();

        finds();
    }

    @Test
    void bearsThatCompactionTookBothSuchAnErasureAndWhatStood() throws Exception {
        eraseAgain();
        raws.removeAll(List.of(0L, 2L, 4L, 6L));

        finds();
    }

    @Test
    void namesAnErasureThatIsNotCarriedOutWithoutThat() throws Exception {
        eraseAgain();
        entries.set(6, new Entry(12, "a", 6, Outcome.unchanged, 4).with(PartitionLog.KEYED));

        finds("entry-differs 7-6 a");
    }

    @Test
    void namesAnEntryThatIsUnchangedWhereNothingStands() throws Exception {
        later("e", new Entry(12, "e", 6, Outcome.unchanged, NOTHING));

        finds("current-differs 7-6 e");
    }

    @Test
    void namesAnEntryWhoseVersionIsNot() throws Exception {
        later("e", new Entry(12, "e", 6, Outcome.rejected, 3));
        letters.add(new Letter(2, "e", 6, bytes(6), 1));
        tables.rejections.add(new RejectionRow(2, "e"));

        finds("current-differs 7-6 e");
    }

    @Test
    void namesAnEntryWithAnotherVersionThanTheOneThatStands() throws Exception {
        later("a", new Entry(12, "a", 6, Outcome.unchanged, 0).with(PartitionLog.KEYED));
        finds("current-differs 7-6 a");

        entries.set(6, new Entry(12, "a", 6, Outcome.unchanged, NOTHING).with(PartitionLog.KEYED));
        tables.receipts.set(6, receipt(entries.get(6)));
        finds("current-differs 7-6 a");

        entries.set(6, new Entry(12, "a", 6, Outcome.unchanged, 4).with(PartitionLog.KEYED));
        tables.receipts.set(6, receipt(entries.get(6)));
        finds();
    }

    @Test
    void namesAnEntryThatIsUnchangedThoughItsBytesAreOther() throws Exception {
        later("a", new Entry(12, "a", 6, Outcome.unchanged, 4));

        finds("current-differs 7-6 a");
    }

    @Test
    void namesAnEntryThatForgetsAVersionWhoseOwnEntryIsCompactedAway() throws Exception {
        entries.removeIf(entry -> entry.id().equals("a"));
        later("a", new Entry(12, "a", 6, Outcome.rejected, NOTHING));
        letters.add(new Letter(2, "a", 6, bytes(6), 1));
        tables.rejections.add(new RejectionRow(2, "a"));

        finds("current-differs 7-6 a");
    }

    @Test
    void namesARecordThatWasMadeOfOtherBytes() throws Exception {
        otherOrigin.put(4L, 99L);

        finds("enriched-bytes-differ 7-4 a");
    }

    @Test
    void namesARowWhoseStoredTextBodiesOrDocumentAreOther() throws Exception {
        for (Content other : List.of(new Content(9, 174, 274), new Content(74, 9, 274), new Content(74, 174, 9))) {
            tables.posts.set(0, new PostRow("a", 4, 2, 74, other));
            finds("row-differs 7-4 a");
        }
        tables.posts.set(0, new PostRow("a", 4, 2, 74, new Content(0, 174, 0)));

        finds();
    }

    @Test
    void namesARevisionThatContradictsItsDocument() throws Exception {
        tables.brokenRevisions.add(new RevisionRow("a", 0, 1));

        finds("revision-differs 7-0 a");
    }

    @Test
    void namesAReceiptWithAnotherVersionOrFromAnotherEntry() throws Exception {
        tables.receipts.set(2, new ReceiptRow(2, "a", "unchanged", 4, 1));
        finds("receipt-differs 7-2 a");
        tables.receipts.set(2, new ReceiptRow(2, "a", "unchanged", 3, 0));
        finds("receipt-differs 7-2 a");
    }
}
