package dev.postwire.local.stand;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.postwire.local.part.ProcessId;
import dev.postwire.local.stand.StandState.PartState;
import dev.postwire.local.stand.StandState.Phase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateFileTest {
    @TempDir
    Path folder;

    @Test
    void readsWhatItWrote() {
        StateFile file = new StateFile(folder.resolve("state.json"));
        ProcessId id = new ProcessId(4711, Instant.parse("2026-01-01T10:00:00.250Z"));
        StandState state = new StandState(
                id,
                Phase.UP,
                Map.of("query", 8080),
                List.of(
                        new PartState("query", Optional.of(id), 8080, true, 2, ""),
                        new PartState("kafka", Optional.empty(), 9092, false, 1, "was killed")));

        file.write(state);

        assertEquals(Optional.of(state), file.read());
    }

    @Test
    void takesAForeignOrMissingFileForNone() throws IOException {
        Path path = folder.resolve("state.json");
        StateFile file = new StateFile(path);
        assertEquals(Optional.empty(), file.read());

        Files.writeString(path, "{\"phase\": 1, ");

        assertEquals(Optional.empty(), file.read());
    }
}
