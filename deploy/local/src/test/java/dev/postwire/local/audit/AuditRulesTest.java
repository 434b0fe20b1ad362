package dev.postwire.local.audit;

import static dev.postwire.local.audit.AuditedPartition.ALL;
import static dev.postwire.local.audit.AuditedPartition.row;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.postwire.local.audit.Horizon.Stored;
import java.util.List;
import org.junit.jupiter.api.Test;

/** All rules together, where nothing is broken. */
class AuditRulesTest {
    private final AuditedPartition partition = new AuditedPartition();

    @Test
    void findsNothingWhereAllIsAsItShouldBe() throws Exception {
        Findings findings = partition.audit();

        assertEquals(List.of(), findings.kept());
        assertTrue(findings.clean());
        assertEquals(6, findings.checked().get("rawRecords"));
        assertTrue(findings.notChecked().isEmpty() && findings.underWay().isEmpty());
    }

    @Test
    void takesWhatTheEnricherHasNotReachedForUnderWay() throws Exception {
        partition.entries.remove(5);
        partition.tables.receipts.remove(5);
        partition.results.remove(3);
        partition.tables.erasures.clear();
        partition.tables.posts.add(row("b", 1, 71, 1));
        partition.settled = 5;

        Findings findings = partition.audit();

        assertEquals(List.of(), findings.kept());
        assertEquals(1, findings.underWay().get("rawRecords"));
    }

    @Test
    void takesWhatTheTablesHaveNotReachedForUnderWay() throws Exception {
        partition.stored = new Stored(4, ALL, 8);
        partition.tables.posts.clear();
        partition.tables.posts.add(row("a", 0, 70, 1));
        partition.tables.posts.add(row("b", 1, 71, 1));
        partition.tables.receipts.subList(4, 6).clear();
        partition.tables.erasures.clear();

        assertEquals(List.of(), partition.audit().kept());
    }
}
