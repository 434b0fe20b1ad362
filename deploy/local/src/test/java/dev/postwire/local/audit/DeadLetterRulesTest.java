package dev.postwire.local.audit;

import static dev.postwire.local.audit.AuditedPartition.NOTHING;
import static dev.postwire.local.audit.AuditedPartition.receipt;
import static dev.postwire.local.audit.AuditedPartition.row;

import dev.postwire.local.audit.AuditedPartition.Entry;
import dev.postwire.local.audit.AuditedPartition.Letter;
import dev.postwire.local.audit.AuditedPartition.Result;
import dev.postwire.local.audit.Tables.ReceiptRow;
import dev.postwire.local.audit.Tables.RejectionRow;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeadLetterRulesTest {
    private final AuditedPartition partition = new AuditedPartition();

    @Test
    void takesADeadLetterThatWentThroughForARedrive() throws Exception {
        partition.entries.add(new Entry(12, "c", 3, Outcome.rejected, NOTHING).attempt(2));
        partition.entries.add(new Entry(14, "c", 3, Outcome.enriched, 3).attempt(3));
        partition.letters.add(new Letter(2, "c", 3, 13, 2));
        partition.results.add(new Result(8, "c", 3, 73, 1));
        partition.tables.rejections.add(new RejectionRow(2, "c"));
        partition.tables.receipts.set(3, receipt(partition.entries.get(7)));
        partition.tables.posts.add(row("c", 3, 73, 1));

        partition.finds();
    }

    @Test
    void namesADeadLetterThatIsMissing() throws Exception {
        partition.letters.clear();
        partition.tables.rejections.clear();

        partition.finds("rejected-missing 7-3 c");
    }

    @Test
    void bearsThatRetentionTookADeadLetter() throws Exception {
        partition.letters.clear();
        partition.rejectedStart = 1;

        partition.finds();
    }

    @Test
    void namesDeadLettersThatAreTwoOrOther() throws Exception {
        partition.letters.add(new Letter(2, "c", 3, 13, 1));
        partition.letters.set(0, new Letter(0, "c", 3, 99, 1));
        partition.tables.rejections.add(new RejectionRow(2, "c"));

        partition.finds("rejected-bytes-differ 7-3 c", "rejected-twice 7-3 c");
    }

    @Test
    void namesTheDeadLetterOfALaterAttemptThatIsMissing() throws Exception {
        partition.entries.add(new Entry(12, "c", 3, Outcome.rejected, NOTHING).attempt(2));
        partition.tables.receipts.set(3, receipt(partition.entries.get(6)));

        partition.finds("rejected-missing 7-3 c");
    }

    @Test
    void bearsThatALetterRejectedAgainTookTheFirstWhileTheLedgerKeepsBothEntries() throws Exception {
        partition.entries.add(new Entry(12, "c", 3, Outcome.rejected, NOTHING).attempt(2));
        partition.tables.receipts.set(3, receipt(partition.entries.get(6)));
        partition.letters.set(0, new Letter(2, "c", 3, 13, 2));
        partition.tables.rejections.add(new RejectionRow(2, "c"));

        partition.finds();
    }

    /** Raw 6 and 7 of one id were rejected, then 6 was redriven, rejected again, and all but the last compacted away. */
    private void redriveTheOlderOfTwo() {
        partition.later("d", new Entry(16, "d", 6, Outcome.rejected, NOTHING).attempt(2));
        partition.laterIds.add("d");
        partition.raws.add(7L);
        partition.raws.remove(6L);
        partition.tables.receipts.add(new ReceiptRow(7, "d", "rejected", 14, NOTHING));
        partition.letters.add(new Letter(6, "d", 6, partition.bytes(6), 2));
        partition.tables.rejections.addAll(
                List.of(new RejectionRow(2, "d"), new RejectionRow(4, "d"), new RejectionRow(6, "d")));
    }

    @Test
    void knowsLaterEntriesByTheirPlaceInTheLedgerAndNotByTheirRawRecord() throws Exception {
        redriveTheOlderOfTwo();
        partition.finds();

        partition.letters.add(1, new Letter(4, "d", 7, partition.bytes(7), 1));
        partition.finds();
    }

    @Test
    void bearsThatTheOlderOfTwoRejectedAgainTookTheLetterOfTheYounger() throws Exception {
        redriveTheOlderOfTwo();
        partition.entries.add(6, new Entry(14, "d", 7, Outcome.rejected, NOTHING));

        partition.finds();
    }

    @Test
    void namesAReceiptBehindTheLastEntryOfItsId() throws Exception {
        redriveTheOlderOfTwo();
        partition.tables.receipts.set(7, new ReceiptRow(7, "d", "rejected", 18, NOTHING));

        partition.finds("receipt-unaccounted 7-7 d", "unaccounted 7-7 d");
    }

    @Test
    void namesALetterWhoseRawRecordALaterAttemptOfAnotherDoesNotExplain() throws Exception {
        redriveTheOlderOfTwo();
        partition.tables.receipts.remove(7);

        partition.finds("unaccounted 7-7 d");
    }
}
