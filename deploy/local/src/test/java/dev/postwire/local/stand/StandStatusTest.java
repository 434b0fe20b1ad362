package dev.postwire.local.stand;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.postwire.local.part.Health;
import dev.postwire.local.part.ProcessId;
import dev.postwire.local.stand.StandState.PartState;
import dev.postwire.local.stand.StandState.Phase;
import dev.postwire.local.stand.StandStatus.PartStatus;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StandStatusTest {
    private static final StandFolder FOLDER = new StandFolder(Path.of("/data"));

    @Test
    void tellsProgramsEachPart() {
        ProcessId self = ProcessId.of(ProcessHandle.current());
        ProcessId dead = new ProcessId(self.pid(), Instant.EPOCH);
        PartState query = new PartState("query", Optional.of(self), 8080, true, 0, "");
        PartState kafka = new PartState("kafka", Optional.of(dead), 9092, true, 3, "");

        StandStatus status = new StandStatus(
                FOLDER,
                true,
                Optional.of(Phase.UP),
                List.of(
                        new PartStatus(query, Health.up(), 1000),
                        new PartStatus(kafka, Health.silent("was killed"), 0)));

        assertEquals(
                "{\"up\":true,\"healthy\":false,\"phase\":\"up\",\"data\":\"/data\",\"residentBytes\":1000,\"parts\":["
                        + "{\"name\":\"query\",\"pid\":" + self.pid()
                        + ",\"port\":8080,\"healthy\":true,\"restarts\":0,\"residentBytes\":1000},"
                        + "{\"name\":\"kafka\",\"port\":9092,\"healthy\":false,\"restarts\":3,\"residentBytes\":0,"
                        + "\"detail\":\"was killed\"}]}",
                status.json().toString());
    }

    @Test
    void isNotUpWhereNothingEverRan() {
        StandStatus status = StandStatus.look(new StandFolder(Path.of("/nowhere")));

        assertFalse(status.up());
        assertFalse(status.healthy());
        assertEquals(List.of(), status.parts());
    }
}
