package dev.postwire.query.kafka;

import dev.postwire.platform.kafka.KafkaClients;
import dev.postwire.platform.trace.Tracing;
import dev.postwire.query.store.ChangeStore;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import org.apache.kafka.common.errors.InterruptException;
import org.awaitility.Awaitility;

/** The very loop of the service, from topics that are full until nothing is left on them. */
public final class TopicToStore {
    private static final Duration PATIENCE = Duration.ofMinutes(20);
    private static final Duration LOOK = Duration.ofMillis(1);

    /** As many versions as a service keeps by default. */
    private static final int REVISIONS = 5;

    private TopicToStore() {}

    /**
     * @param records how many there are on the topics, of which none may be discarded
     * @return from the poll that brought the first of them to the commit of the last
     */
    public static Duration drain(KafkaClients clients, DataSource database, int records, int batch) throws Exception {
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        StoreWork work = new StoreWork(
                () -> clients.consumer("bench", "store", batch),
                () -> {},
                new ChangeStore(database, Clock.systemUTC(), REVISIONS),
                new Meter(registry),
                Tracing.none());
        work.open();
        Thread loop = new Thread(() -> loop(work), "store");
        loop.start();
        try {
            // Joining the group is none of it.
            long started = await(registry, 1, loop);
            long ended = await(registry, records, loop);
            if (count(registry, "discarded") > 0) throw new IllegalStateException("records were discarded");
            return Duration.ofNanos(ended - started);
        } finally {
            loop.interrupt();
            loop.join();
            work.close();
        }
    }

    /** Returns the time at which so many were received. */
    private static long await(SimpleMeterRegistry registry, int records, Thread loop) {
        Awaitility.await(records + " records")
                .atMost(PATIENCE)
                .pollDelay(Duration.ZERO)
                .pollInterval(LOOK)
                .failFast("the loop ended", () -> !loop.isAlive())
                .until(() -> count(registry, "received") >= records);
        return System.nanoTime();
    }

    private static void loop(StoreWork work) {
        try {
            while (!Thread.currentThread().isInterrupted()) work.step();
        } catch (InterruptException | InterruptedException e) {
            // The end of the measurement.
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static long count(SimpleMeterRegistry registry, String what) {
        return (long) registry.find("postwire.query." + what).counters().stream()
                .mapToDouble(Counter::count)
                .sum();
    }
}
