package dev.postwire.local.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.postwire.local.audit.Horizon.Stored;
import dev.postwire.local.audit.Tables.ErasureRow;
import dev.postwire.local.audit.Tables.PostRow;
import dev.postwire.local.audit.Tables.ReceiptRow;
import dev.postwire.local.audit.Tables.RejectionRow;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * A partition in which all that can happen has happened: at raw offset 0 post a, 1 post b, 2 a again with the same words, 3 c which
 * is rejected, 4 a changed, 5 b erased. Each test breaks one thing and expects exactly that.
 */
class AuditRulesTest {
    private static final long NOTHING = PartitionLog.NONE;
    private static final int RAW_END = 6;
    /** Where an erasure of a is asked for again, which was carried out before all that is here. */
    private static final long AGAIN = 6;

    private static final long ALL = 100;

    private record Entry(long at, String id, long raw, Outcome outcome) {}

    private record Result(long at, String id, long raw, long sha, long enricher) {}

    private record Letter(long at, String id, long raw, long sha, long attempt) {}

    private final List<Long> raws = new ArrayList<>(List.of(0L, 1L, 2L, 3L, 4L, 5L));
    private final List<Entry> entries = new ArrayList<>(List.of(
            new Entry(0, "a", 0, Outcome.enriched),
            new Entry(2, "b", 1, Outcome.enriched),
            new Entry(4, "a", 2, Outcome.unchanged),
            new Entry(6, "c", 3, Outcome.rejected),
            new Entry(8, "a", 4, Outcome.enriched),
            new Entry(10, "b", 5, Outcome.erased)));
    private final List<Result> results = new ArrayList<>(List.of(
            new Result(0, "a", 0, 70, 1),
            new Result(2, "b", 1, 71, 1),
            new Result(4, "a", 4, 74, 1),
            new Result(6, "b", 5, PartitionLog.ERASED, 0)));
    private final List<Letter> letters = new ArrayList<>(List.of(new Letter(0, "c", 3, 13, 1)));
    private final FakeTables tables = new FakeTables();
    private Stored stored = new Stored(ALL, ALL, ALL);
    private long rawEnd = RAW_END;
    private long settled = RAW_END;
    private long rejectedStart;

    AuditRulesTest() {
        tables.posts.add(new PostRow("a", 4, 74, 2));
        for (Entry entry : entries) {
            tables.receipts.add(
                    new ReceiptRow(entry.raw(), entry.id(), entry.outcome().name()));
        }
        tables.rejections.add(new RejectionRow(0, "c"));
        tables.erasures.add(new ErasureRow("b", 5));
    }

    /** Raw erasures that were asked for again under their key, after all others. */
    private final List<Entry> erasedBefore = new ArrayList<>();

    /** Raw records that a re-enrichment accounted for again, after all others. */
    private final List<Entry> renewals = new ArrayList<>();

    private Findings audit() throws Exception {
        PartitionLog log = new PartitionLog(7);
        List<String> ids = List.of("a", "b", "a", "c", "a", "b");
        for (long raw : raws) {
            boolean erasure = raw == 5 || raw == AGAIN;
            log.raw(raw, raw == AGAIN ? "a" : ids.get((int) raw), erasure ? PartitionLog.ERASED : 10 + raw);
        }
        entries.forEach(entry -> log.entry(entry.at(), entry.id(), entry.raw(), entry.outcome(), NOTHING));
        erasedBefore.forEach(entry -> log.erasedBefore(entry.at(), entry.id(), entry.raw(), 4));
        renewals.forEach(entry -> log.renewal(entry.at(), entry.id(), entry.raw(), entry.raw()));
        results.forEach(r -> log.result(r.at(), r.id(), r.raw(), r.sha(), r.enricher()));
        letters.forEach(letter -> log.rejected(letter.at(), letter.id(), letter.raw(), letter.sha(), letter.attempt()));
        Findings findings = new Findings();
        Audit.check(log, new Horizon(rawEnd, settled, rejectedStart, stored), tables, findings);
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
        tables.posts.add(new PostRow("b", 1, 71, 1));
        settled = 5;

        Findings findings = audit();

        assertEquals(List.of(), findings.kept());
        assertEquals(1, findings.underWay().get("rawRecords"));
    }

    @Test
    void takesWhatTheTablesHaveNotReachedForUnderWay() throws Exception {
        stored = new Stored(4, ALL, 8);
        tables.posts.clear();
        tables.posts.add(new PostRow("a", 0, 70, 1));
        tables.posts.add(new PostRow("b", 1, 71, 1));
        tables.receipts.subList(4, 6).clear();
        tables.erasures.clear();

        assertEquals(List.of(), audit().kept());
    }

    @Test
    void takesWhatAReenrichmentLedToForNoSecondEntry() throws Exception {
        renewals.add(new Entry(12, "a", 4, Outcome.enriched));
        results.add(new Result(8, "a", 4, 75, 2));
        tables.posts.set(0, new PostRow("a", 4, 75, 3));

        assertEquals(List.of(), audit().kept());
    }

    private void eraseAgain() {
        raws.add(AGAIN);
        erasedBefore.add(new Entry(12, "a", AGAIN, Outcome.unchanged));
        tables.receipts.add(new ReceiptRow(AGAIN, "a", "unchanged"));
        rawEnd = settled = AGAIN + 1;
    }

    @Test
    void bearsAnErasureThatWasCarriedOutBeforeAndWhatStandsSince() throws Exception {
        eraseAgain();

        finds();
    }

    @Test
    void bearsThatCompactionTookBothSuchAnErasureAndWhatStood() throws Exception {
        eraseAgain();
        raws.removeAll(List.of(0L, 2L, 4L, AGAIN));

        finds();
    }

    @Test
    void namesAnErasureThatIsNotCarriedOutWithoutThat() throws Exception {
        eraseAgain();
        erasedBefore.clear();
        entries.add(new Entry(12, "a", AGAIN, Outcome.unchanged));

        finds("entry-differs 7-6 a");
    }

    @Test
    void namesASecondEntry() throws Exception {
        entries.add(new Entry(12, "a", 4, Outcome.enriched));

        finds("accounted-twice 7-4 a");
    }

    @Test
    void namesAnEntryOfAnotherId() throws Exception {
        entries.set(2, new Entry(4, "x", 2, Outcome.unchanged));
        tables.receipts.set(2, new ReceiptRow(2, "x", "unchanged"));

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
        tables.posts.set(0, new PostRow("a", 0, 70, 1));

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
        renewals.add(new Entry(12, "a", 4, Outcome.enriched));
        results.add(new Result(8, "a", 4, 75, 2));
        tables.posts.set(0, new PostRow("a", 4, 75, 3));

        finds();
    }

    @Test
    void takesADeadLetterThatWentThroughForARedrive() throws Exception {
        entries.add(new Entry(12, "c", 3, Outcome.rejected));
        entries.add(new Entry(14, "c", 3, Outcome.enriched));
        letters.add(new Letter(2, "c", 3, 13, 2));
        results.add(new Result(8, "c", 3, 73, 1));
        tables.rejections.add(new RejectionRow(2, "c"));
        tables.receipts.set(3, new ReceiptRow(3, "c", "enriched"));
        tables.posts.add(new PostRow("c", 3, 73, 1));

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
        tables.posts.set(0, new PostRow("a", 4, 74, 3));

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
        tables.posts.add(new PostRow("z", 3, 1, 1));

        finds("row-unaccounted 7-3 z");
    }

    @Test
    void namesARowOfAnOlderRecordOrOtherTextOrTooFewRevisions() throws Exception {
        tables.posts.set(0, new PostRow("a", 0, 70, 1));
        finds("row-differs 7-4 a");
        tables.posts.set(0, new PostRow("a", 4, 73, 2));
        finds("row-differs 7-4 a");
        tables.posts.set(0, new PostRow("a", 4, 74, 1));
        finds("row-differs 7-4 a");
    }

    @Test
    void namesAnErasedPostThatStands() throws Exception {
        tables.posts.add(new PostRow("b", 1, 71, 1));

        finds("erased-but-stored 7-1 b");
    }

    @Test
    void namesAnErasureThatIsNotStored() throws Exception {
        tables.erasures.clear();

        finds("erasure-missing 7-5 b");
    }

    @Test
    void namesReceiptsThatAreMissingOrOtherOrTooMany() throws Exception {
        tables.receipts.set(1, new ReceiptRow(1, "b", "rejected"));
        tables.receipts.remove(0);
        tables.receipts.add(new ReceiptRow(9, "q", "enriched"));

        finds("receipt-differs 7-1 b", "receipt-unaccounted 7-9 q", "receipt-missing 7-0 a");
    }

    @Test
    void namesRejectionRowsThatAreMissingOrTooMany() throws Exception {
        tables.rejections.set(0, new RejectionRow(5, "q"));

        finds("rejection-row-unaccounted posts.rejected.v1-7@5 q", "rejection-row-missing 7-3 c");
    }
}
