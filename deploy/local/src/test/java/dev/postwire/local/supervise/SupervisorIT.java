package dev.postwire.local.supervise;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.postwire.local.part.Health;
import dev.postwire.local.part.Part;
import dev.postwire.local.part.PartFailure;
import dev.postwire.local.part.ProcessId;
import dev.postwire.local.stand.StandState;
import dev.postwire.local.stand.StandState.PartState;
import dev.postwire.local.stand.StateFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SupervisorIT {
    private static final String RUNS = "exec sleep 600";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir
    Path folder;

    private final ConcurrentLinkedQueue<String> journal = new ConcurrentLinkedQueue<>();
    private StateFile file;
    private Supervisor supervisor;

    @BeforeEach
    void nameTheFile() {
        file = new StateFile(folder.resolve("state.json"));
    }

    @AfterEach
    void stop() {
        supervisor.stop();
    }

    private void supervise(Part... parts) {
        supervisor = new Supervisor(List.of(List.of(parts)), file, Map.of(), journal::add);
        supervisor.start();
    }

    private PartState part() {
        return supervisor.state().parts().get(0);
    }

    @Test
    void restartsAPartThatDies() {
        supervise(new FakePart("fake", RUNS, folder));
        assertTrue(supervisor.awaitHealthy(PATIENCE));
        ProcessId first = part().process().orElseThrow();

        first.kill();

        await().atMost(PATIENCE).until(() -> part().healthy() && part().restarts() == 1);
        assertTrue(part().process().flatMap(ProcessId::find).isPresent());
        assertEquals(List.of("fake was killed"), List.copyOf(journal));
    }

    @Test
    void restartsAPartThatSaysThatOnlyARestartHelps() {
        FakePart part = new FakePart("fake", RUNS, folder);
        supervise(part);
        supervisor.awaitHealthy(PATIENCE);

        part.health = Health.down("the loop has ended");

        await().atMost(PATIENCE).until(() -> part().restarts() == 1);
        assertTrue(journal.contains("fake is restarted: the loop has ended"));
    }

    @Test
    void leavesAPartAloneThatOnlyWaits() {
        FakePart part = new FakePart("fake", RUNS, folder);
        supervise(part);
        supervisor.awaitHealthy(PATIENCE);

        part.health = Health.waiting("no database");

        await().during(Duration.ofSeconds(1)).atMost(PATIENCE).until(() -> part().restarts() == 0);
    }

    @Test
    void saysWhyAPartNeverComesUp() {
        FakePart part = new FakePart("fake", "echo 'FATAL: no such flag'; exit 3", folder);
        part.health = Health.silent("no answer");
        supervise(part);

        PartFailure failure = assertThrows(PartFailure.class, () -> supervisor.awaitHealthy(PATIENCE));

        assertTrue(failure.getMessage().startsWith("fake ended with status 3: FATAL: no such flag"));
    }

    @Test
    void saysThatTheDiskIsFull() {
        FakePart part = new FakePart("fake", "echo 'write failed: No space left on device'; exit 1", folder);
        part.health = Health.silent("no answer");
        supervise(part);

        await().atMost(PATIENCE).until(() -> !journal.isEmpty());
        assertTrue(journal.peek().contains("the disk is full"));
    }

    @Test
    void writesDownEveryProcessAndForgetsThemWhenStopped() {
        supervise(new FakePart("one", RUNS, folder), new FakePart("two", RUNS, folder));
        supervisor.awaitHealthy(PATIENCE);
        List<ProcessId> written = file.read().orElseThrow().parts().stream()
                .flatMap(part -> part.process().stream())
                .toList();

        supervisor.stop();
        supervisor.stop();

        assertEquals(2, written.size());
        assertTrue(written.stream().allMatch(id -> id.find().isEmpty()));
        assertFalse(Files.exists(folder.resolve("state.json")));
    }

    @Test
    void stopsWhileAPartIsStarting() {
        FakePart part = new FakePart("fake", RUNS, folder);
        part.health = Health.silent("starting");
        supervise(part);
        await().atMost(PATIENCE).until(() -> part().process().isPresent());

        supervisor.stop();

        assertEquals(Optional.empty(), part().process());
    }

    @Test
    void endsOrphansByTimeOfStartAndNotByNumberAlone() {
        supervise(new FakePart("fake", RUNS, folder));
        supervisor.awaitHealthy(PATIENCE);
        StandState state = supervisor.state();
        ProcessId id = part().process().orElseThrow();
        ProcessId namesake = new ProcessId(id.pid(), id.startedAt().minusSeconds(60));

        assertEquals(List.of(), Orphans.end(with(state, namesake)));
        assertTrue(id.find().isPresent());
        assertEquals(List.of("fake"), Orphans.end(with(state, id)));
        assertTrue(id.find().isEmpty());
    }

    private static StandState with(StandState state, ProcessId id) {
        PartState part = new PartState("fake", Optional.of(id), 1, true, 0, "");
        return new StandState(state.supervisor(), state.phase(), state.ports(), List.of(part));
    }
}
