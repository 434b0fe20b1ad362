package dev.postwire.endtoend.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class PlanTest {
    private static List<Fault> faults(long seed) {
        return new Plan(seed, 100, 6, 3, 1, 8, 1, 1, 30, 1, 1, 10).faults();
    }

    @Test
    void givesTheSameFaultsInTheSameOrderForOneSeed() {
        assertEquals(faults(5), faults(5));
        assertNotEquals(faults(5), faults(6));
    }

    @Test
    void killsAndStallsEachAsOftenAsAsked() {
        List<Fault> faults = faults(5);

        assertEquals(6, count(faults, "kill", "enrich-2"));
        assertEquals(3, count(faults, "kill", "kafka"));
        assertEquals(1, count(faults, "stall", "query-1>postgres"));
        assertEquals(6 * 6 + 2 * 3 + 8 + 10 + 10 + 2 + 6, faults.size());
    }

    private static long count(List<Fault> faults, String kind, String where) {
        return faults.stream()
                .filter(fault -> fault.kind().equals(kind) && fault.where().equals(where))
                .count();
    }
}
