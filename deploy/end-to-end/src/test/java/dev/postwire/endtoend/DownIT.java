package dev.postwire.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Ends the stand after all others. */
@ExtendWith(SharedStand.class)
@Order(SharedStand.DOWN)
class DownIT {
    @Test
    void leavesNoProcessBehind(Stand stand) throws Exception {
        List<ProcessHandle> parts = stand.status().values().stream()
                .map(part -> ProcessHandle.of(part.path("pid").asLong()))
                .flatMap(Optional::stream)
                .toList();
        assertEquals(Stand.PARTS.size(), parts.size());

        stand.close();

        assertEquals(List.of(), parts.stream().filter(ProcessHandle::isAlive).toList());
    }
}
