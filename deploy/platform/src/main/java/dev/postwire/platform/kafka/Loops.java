package dev.postwire.platform.kafka;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** All loops of this process: started by name, stopped together at shutdown, each one's state for health to tell. */
@Singleton
public class Loops {
    private static final Duration STOP_DEADLINE = Duration.ofSeconds(10);

    private final KafkaConfig config;
    private final List<Loop> loops = new CopyOnWriteArrayList<>();

    Loops(KafkaConfig config) {
        this.config = config;
    }

    public Loop start(String name, Work work) {
        Loop loop = new Loop(name, work, config.patience());
        loops.add(loop);
        loop.start();
        return loop;
    }

    public Stream<Loop> all() {
        return loops.stream();
    }

    /** Side by side, so that the slowest alone sets how long a shutdown takes. */
    void stop(@Observes ShutdownEvent event) {
        loops.parallelStream().forEach(loop -> loop.stop(STOP_DEADLINE));
    }
}
