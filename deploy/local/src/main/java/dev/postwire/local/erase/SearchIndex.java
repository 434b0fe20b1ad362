package dev.postwire.local.erase;

import dev.postwire.local.part.Folders;
import dev.postwire.local.part.ProcessId;
import dev.postwire.local.stand.StandFolder;
import dev.postwire.local.stand.StandState.PartState;
import dev.postwire.local.stand.StateFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The query service's search index in a stand. Its segments keep a deleted post until they are merged, which may be never; but all
 * of it follows from the database, so it is taken away and the service restarted, which makes it anew.
 */
final class SearchIndex {
    private static final String SERVICE = "query";
    private static final Duration BACK = Duration.ofSeconds(120);
    private static final long LOOK_MILLIS = 200;

    private final StandFolder stand;

    SearchIndex(StandFolder stand) {
        this.stand = stand;
    }

    /** Returns when the service is back; searches find what has come into the new index by then, and soon all. */
    void makeAnew() throws IOException, InterruptedException, TimeoutException {
        Path index = stand.index();
        Optional<ProcessId> before = process();
        if (!Files.isDirectory(index) || before.isEmpty()) return;
        Path old = index.resolveSibling(index.getFileName() + ".erased");
        Folders.delete(old);
        // Moved first: a folder that is deleted while it is open could be half of the new one.
        Files.move(index, old);
        before.get().find().ifPresent(ProcessHandle::destroy);
        await(before.get());
        Folders.delete(old);
    }

    private void await(ProcessId before) throws InterruptedException, TimeoutException {
        long deadline = System.nanoTime() + BACK.toNanos();
        while (part().filter(part -> part.healthy() && !part.process().equals(Optional.of(before)))
                .isEmpty()) {
            if (System.nanoTime() > deadline) throw new TimeoutException("the query service does not come back");
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
        }
    }

    private Optional<ProcessId> process() {
        return part().flatMap(PartState::process);
    }

    private Optional<PartState> part() {
        return new StateFile(stand.state())
                .read().stream()
                        .flatMap(state -> state.parts().stream())
                        .filter(part -> part.name().equals(SERVICE))
                        .findFirst();
    }
}
