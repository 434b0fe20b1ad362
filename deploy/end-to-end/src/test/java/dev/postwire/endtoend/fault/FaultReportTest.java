package dev.postwire.endtoend.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FaultReportTest {
    /** Each of the six instances killed once, and each store; each store's disk filled once. */
    private static final Plan PLAN = new Plan(5, 100, 1, 1, 0, 8, 0, 0, 30, 1, 0, 10);

    @TempDir
    Path folder;

    private final FaultReport report = new FaultReport(PLAN);

    @Test
    void findsNothingMissingWhereAllWasDoneThatCouldBe() {
        report.acknowledged(100);
        PLAN.faults().forEach(fault -> {
            if (fault instanceof Fault.FullDisk) report.notToBeHad(fault);
            else report.add(fault, 1, 1);
        });

        assertEquals(List.of(), report.shortfall());
    }

    @Test
    void namesWhatWasNotDone() {
        report.acknowledged(99);
        PLAN.faults().stream()
                .filter(fault -> !fault.where().equals("kafka"))
                .forEach(fault -> report.add(fault, 1, 1));

        List<String> shortfall = report.shortfall();

        assertEquals(3, shortfall.size(), shortfall.toString());
        assertEquals("only 99 of 100 posts were acknowledged within 10 minutes", shortfall.get(0));
        assertTrue(shortfall.contains("not run, though it could be had: kill kafka"));
        assertTrue(shortfall.contains("not run, though it could be had: full-disk kafka"));
    }

    @Test
    void tellsByNameWhatTheMachineDoesNotAllow() throws Exception {
        PLAN.faults().stream().filter(Fault.FullDisk.class::isInstance).forEach(report::notToBeHad);
        report.write(folder.resolve("report.json"));

        String text = report.toString();
        assertTrue(text.contains("not to be had on this machine: full-disk kafka"), text);
        assertTrue(text.contains("not to be had on this machine: full-disk postgres"), text);
        assertTrue(Files.readString(folder.resolve("report.json")).contains("\"full-disk postgres\""));
    }
}
