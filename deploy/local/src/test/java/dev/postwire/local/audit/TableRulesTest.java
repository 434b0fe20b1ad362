package dev.postwire.local.audit;

import static dev.postwire.local.audit.AuditedPartition.row;

import dev.postwire.local.audit.Tables.Content;
import dev.postwire.local.audit.Tables.PostRow;
import dev.postwire.local.audit.Tables.ReceiptRow;
import dev.postwire.local.audit.Tables.RejectionRow;
import dev.postwire.local.audit.Tables.RevisionRow;
import java.util.List;
import org.junit.jupiter.api.Test;

class TableRulesTest {
    private final AuditedPartition partition = new AuditedPartition();

    @Test
    void namesARowThatIsMissing() throws Exception {
        partition.tables.posts.clear();

        partition.finds("row-missing 7-4 a");
    }

    @Test
    void knowsThatAPostMovesWhenPartitionsAreAdded() throws Exception {
        partition.tables.posts.clear();
        partition.tables.moved = true;

        partition.finds();
    }

    @Test
    void namesARowWithoutARecord() throws Exception {
        partition.tables.posts.add(row("z", 3, 1, 1));

        partition.finds("row-unaccounted 7-3 z");
    }

    @Test
    void namesARowOfAnOlderRecordOrOtherTextOrTooFewRevisions() throws Exception {
        partition.tables.posts.set(0, row("a", 0, 70, 1));
        partition.finds("row-differs 7-4 a");
        partition.tables.posts.set(0, row("a", 4, 73, 2));
        partition.finds("row-differs 7-4 a");
        partition.tables.posts.set(0, row("a", 4, 74, 1));
        partition.finds("row-differs 7-4 a");
    }

    @Test
    void namesAnErasedPostThatStands() throws Exception {
        partition.tables.posts.add(row("b", 1, 71, 1));

        partition.finds("erased-but-stored 7-1 b");
    }

    @Test
    void namesAnErasureThatIsNotStored() throws Exception {
        partition.tables.erasures.clear();

        partition.finds("erasure-missing 7-5 b");
    }

    @Test
    void namesReceiptsThatAreMissingOrOtherOrTooMany() throws Exception {
        partition.tables.receipts.set(1, new ReceiptRow(1, "b", "rejected", 2, 1));
        partition.tables.receipts.remove(0);
        partition.tables.receipts.add(new ReceiptRow(9, "q", "enriched", 20, 9));

        partition.finds("receipt-differs 7-1 b", "receipt-unaccounted 7-9 q", "receipt-missing 7-0 a");
    }

    @Test
    void namesRejectionRowsThatAreMissingOrTooMany() throws Exception {
        partition.tables.rejections.set(0, new RejectionRow(5, "q"));

        partition.finds("rejection-row-unaccounted posts.rejected.v1-7@5 q", "rejection-row-missing 7-3 c");
    }

    @Test
    void namesARowWhoseStoredTextBodiesOrDocumentAreOther() throws Exception {
        for (Content other : List.of(new Content(9, 174, 274), new Content(74, 9, 274), new Content(74, 174, 9))) {
            partition.tables.posts.set(0, new PostRow("a", 4, 2, 74, other));
            partition.finds("row-differs 7-4 a");
        }
        partition.tables.posts.set(0, new PostRow("a", 4, 2, 74, new Content(0, 174, 0)));

        partition.finds();
    }

    @Test
    void namesARevisionThatContradictsItsDocument() throws Exception {
        partition.tables.brokenRevisions.add(new RevisionRow("a", 0, 1));

        partition.finds("revision-differs 7-0 a");
    }

    @Test
    void namesAReceiptWithAnotherVersionOrFromAnotherEntry() throws Exception {
        partition.tables.receipts.set(2, new ReceiptRow(2, "a", "unchanged", 4, 1));
        partition.finds("receipt-differs 7-2 a");
        partition.tables.receipts.set(2, new ReceiptRow(2, "a", "unchanged", 3, 0));
        partition.finds("receipt-differs 7-2 a");
    }
}
