package dev.postwire.local.audit;

import static dev.postwire.local.audit.AuditedPartition.NOTHING;
import static dev.postwire.local.audit.AuditedPartition.receipt;
import static dev.postwire.local.audit.AuditedPartition.row;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.postwire.local.audit.AuditedPartition.Entry;
import dev.postwire.local.audit.AuditedPartition.Result;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

class EntryRulesTest {
    private final AuditedPartition partition = new AuditedPartition();

    @Test
    void namesARawRecordThatNobodyAccountsFor() throws Exception {
        partition.entries.remove(3);
        partition.tables.receipts.remove(3);
        partition.letters.clear();
        partition.tables.rejections.clear();

        partition.finds("unaccounted 7-3 c");
    }

    @Test
    void takesWhatAReenrichmentLedToForNoSecondEntry() throws Exception {
        partition.entries.add(new Entry(12, "a", 4, Outcome.enriched, 4).with(PartitionLog.RENEWED));
        partition.tables.receipts.set(4, receipt(partition.entries.get(6)));
        partition.results.add(new Result(8, "a", 4, 75, 2));
        partition.tables.posts.set(0, row("a", 4, 75, 3));

        assertEquals(List.of(), partition.audit().kept());
    }

    @Test
    void namesASecondEntry() throws Exception {
        partition.entries.add(new Entry(12, "a", 4, Outcome.enriched, 4));
        partition.tables.receipts.set(4, receipt(partition.entries.get(6)));

        partition.finds("accounted-twice 7-4 a");
    }

    @Test
    void namesAnEntryOfAnotherId() throws Exception {
        partition.entries.set(2, new Entry(4, "x", 2, Outcome.enriched, 2));
        partition.tables.receipts.set(2, receipt(partition.entries.get(2)));
        partition.results.add(2, new Result(3, "x", 2, 72, 1));
        partition.tables.posts.add(row("x", 2, 72, 1));

        partition.finds("entry-differs 7-2 a");
    }

    @Test
    void namesARawRecordThatIsGoneWithoutANewerOne() throws Exception {
        partition.raws.remove(4);

        partition.finds("raw-record-missing 7-4 a");
    }

    @Test
    void bearsThatCompactionTookWhatANewerRecordReplaced() throws Exception {
        partition.raws.removeAll(List.of(0L, 1L, 2L));
        partition.results.removeIf(result -> result.raw() < 4);
        partition.entries.removeIf(entry -> entry.raw() < 2);

        Findings findings = partition.audit();

        assertEquals(List.of(), findings.kept());
        assertEquals(1, findings.notChecked().get("raw records compacted away"));
        assertEquals(2, findings.notChecked().get("ledger entries compacted away"));
    }

    @Test
    void findsTheEntryThatCompactionTookInTheReceipts() throws Exception {
        partition.entries.remove(0);

        Findings findings = partition.audit();

        assertEquals(List.of(), findings.kept());
        assertTrue(findings.notChecked().get("ledger entries compacted away") > 0);
    }

    @Test
    void namesASecondEntryOfOneAttempt() throws Exception {
        partition.entries.add(new Entry(12, "c", 3, Outcome.rejected, NOTHING));
        partition.tables.receipts.set(3, receipt(partition.entries.get(6)));

        partition.finds("accounted-twice 7-3 c");
    }

    @Test
    void bearsThatTheLedgerKeepsOnlyTheEntryByWhichALetterWentThrough() throws Exception {
        partition.entries.set(3, new Entry(12, "c", 3, Outcome.enriched, 3).attempt(2));
        partition.entries.sort(Comparator.comparingLong(Entry::at));
        partition.tables.receipts.set(3, receipt(partition.entries.get(5)));
        partition.results.add(new Result(8, "c", 3, 73, 1));
        partition.tables.posts.add(row("c", 3, 73, 1));

        partition.finds();
    }
}
