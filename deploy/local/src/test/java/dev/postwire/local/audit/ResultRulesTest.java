package dev.postwire.local.audit;

import static dev.postwire.local.audit.AuditedPartition.NOW;
import static dev.postwire.local.audit.AuditedPartition.receipt;
import static dev.postwire.local.audit.AuditedPartition.row;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.postwire.local.audit.AuditedPartition.Entry;
import dev.postwire.local.audit.AuditedPartition.Result;
import java.util.List;
import org.junit.jupiter.api.Test;

class ResultRulesTest {
    private final AuditedPartition partition = new AuditedPartition();

    @Test
    void namesAnEnrichedRecordThatIsMissing() throws Exception {
        partition.results.remove(2);
        partition.tables.posts.set(0, row("a", 0, 70, 1));

        partition.finds("enriched-missing 7-4 a");
    }

    @Test
    void namesATombstoneThatIsMissing() throws Exception {
        partition.results.remove(3);

        partition.finds("tombstone-missing 7-5 b");
    }

    @Test
    void namesARecordPublishedTwice() throws Exception {
        partition.results.add(new Result(8, "a", 4, 74, 1));

        // And the row is right: the table took it once.
        partition.finds("enriched-twice 7-4 a");
    }

    @Test
    void takesTheSamePostUnderNewRulesForAReEnrichment() throws Exception {
        partition.entries.add(new Entry(12, "a", 4, Outcome.enriched, 4).with(PartitionLog.RENEWED));
        partition.tables.receipts.set(4, receipt(partition.entries.get(6)));
        partition.results.add(new Result(8, "a", 4, 75, 2));
        partition.tables.posts.set(0, row("a", 4, 75, 3));

        partition.finds();
    }

    @Test
    void namesAnOlderResultBehindANewerOne() throws Exception {
        partition.results.add(new Result(8, "a", 0, 70, 2));

        partition.finds("out-of-order 7-0 a");
    }

    @Test
    void namesAnEnrichedRecordWithoutAnEntry() throws Exception {
        partition.results.add(1, new Result(1, "a", 2, 70, 1));
        partition.tables.posts.set(0, row("a", 4, 74, 3));

        partition.finds("enriched-unaccounted 7-2 a");
    }

    @Test
    void bearsAndCountsTombstonesThatLeftTheEnrichedTopicInTime() throws Exception {
        partition.results.remove(3);
        partition.results.remove(1);
        partition.tombstonesSince = NOW + 1;

        Findings findings = partition.audit();

        assertEquals(List.of(), findings.kept());
        assertEquals(1, findings.notChecked().get("tombstones that left the enriched topic when their time was over"));
    }

    @Test
    void namesATombstoneThatLeftTooEarly() throws Exception {
        partition.results.remove(3);
        partition.entries.set(5, partition.entries.get(5).since(NOW + 2));
        partition.tombstonesSince = NOW + 1;

        partition.finds("tombstone-missing 7-5 b");
    }

    @Test
    void namesARecordThatWasMadeOfOtherBytes() throws Exception {
        partition.otherOrigin.put(4L, 99L);

        partition.finds("enriched-bytes-differ 7-4 a");
    }
}
