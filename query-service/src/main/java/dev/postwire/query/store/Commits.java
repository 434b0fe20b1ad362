package dev.postwire.query.store;

import dev.postwire.platform.kafka.Loops;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Tells whoever listens of every commit, by this instance or another: one connection and one thread for all of them. */
@Singleton
public class Commits {
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    void start(@Observes StartupEvent event, Loops loops, ListenConnection connection) {
        loops.start("stored-signal", new StoredSignal(connection::open, () -> listeners.forEach(Runnable::run)));
    }

    /** @param told called on the listening thread, so it must return at once; signals that come close together may be one */
    public void listen(Runnable told) {
        listeners.add(told);
    }
}
