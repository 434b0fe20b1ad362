package dev.postwire.local.audit;

import static dev.postwire.local.audit.AuditedPartition.NOTHING;
import static dev.postwire.local.audit.AuditedPartition.receipt;

import dev.postwire.local.audit.AuditedPartition.Entry;
import dev.postwire.local.audit.AuditedPartition.Letter;
import dev.postwire.local.audit.Tables.RejectionRow;
import java.util.List;
import org.junit.jupiter.api.Test;

class CurrentRulesTest {
    private final AuditedPartition partition = new AuditedPartition();

    /** An erasure of a, carried out before all that is here, is asked for again under its key. */
    private void eraseAgain() {
        partition.later(
                "a", new Entry(12, "a", 6, Outcome.unchanged, 4).with(PartitionLog.KEYED | PartitionLog.ERASED_BEFORE));
        partition.rawTombstones.add(6L);
    }

    @Test
    void bearsAnErasureThatWasCarriedOutBeforeAndWhatStandsSince() throws Exception {
        eraseAgain();

        partition.finds();
    }

    @Test
    void bearsThatCompactionTookBothSuchAnErasureAndWhatStood() throws Exception {
        eraseAgain();
        partition.raws.removeAll(List.of(0L, 2L, 4L, 6L));

        partition.finds();
    }

    @Test
    void namesAnErasureThatIsNotCarriedOutWithoutThat() throws Exception {
        eraseAgain();
        partition.entries.set(6, new Entry(12, "a", 6, Outcome.unchanged, 4).with(PartitionLog.KEYED));

        partition.finds("entry-differs 7-6 a");
    }

    @Test
    void namesAnEntryThatIsUnchangedWhereNothingStands() throws Exception {
        partition.later("e", new Entry(12, "e", 6, Outcome.unchanged, NOTHING));

        partition.finds("current-differs 7-6 e");
    }

    @Test
    void namesAnEntryWhoseVersionIsNot() throws Exception {
        partition.later("e", new Entry(12, "e", 6, Outcome.rejected, 3));
        partition.letters.add(new Letter(2, "e", 6, partition.bytes(6), 1));
        partition.tables.rejections.add(new RejectionRow(2, "e"));

        partition.finds("current-differs 7-6 e");
    }

    @Test
    void namesAnEntryWithAnotherVersionThanTheOneThatStands() throws Exception {
        partition.later("a", new Entry(12, "a", 6, Outcome.unchanged, 0).with(PartitionLog.KEYED));
        partition.finds("current-differs 7-6 a");

        partition.entries.set(6, new Entry(12, "a", 6, Outcome.unchanged, NOTHING).with(PartitionLog.KEYED));
        partition.tables.receipts.set(6, receipt(partition.entries.get(6)));
        partition.finds("current-differs 7-6 a");

        partition.entries.set(6, new Entry(12, "a", 6, Outcome.unchanged, 4).with(PartitionLog.KEYED));
        partition.tables.receipts.set(6, receipt(partition.entries.get(6)));
        partition.finds();
    }

    @Test
    void namesAnEntryThatIsUnchangedThoughItsBytesAreOther() throws Exception {
        partition.later("a", new Entry(12, "a", 6, Outcome.unchanged, 4));

        partition.finds("current-differs 7-6 a");
    }

    @Test
    void namesAnEntryThatForgetsAVersionWhoseOwnEntryIsCompactedAway() throws Exception {
        partition.entries.removeIf(entry -> entry.id().equals("a"));
        partition.later("a", new Entry(12, "a", 6, Outcome.rejected, NOTHING));
        partition.letters.add(new Letter(2, "a", 6, partition.bytes(6), 1));
        partition.tables.rejections.add(new RejectionRow(2, "a"));

        partition.finds("current-differs 7-6 a");
    }
}
