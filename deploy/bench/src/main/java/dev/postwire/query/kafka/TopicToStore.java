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

/** The very loop of the service, from topics that are full until nothing is left on them. */
public final class TopicToStore {
    private static final Duration PATIENCE = Duration.ofMinutes(20);

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
        long started = System.nanoTime();
        long deadline = started + PATIENCE.toNanos();
        loop.start();
        try {
            for (long received = 0; received < records; received = count(registry, "received")) {
                // Joining the group is none of it.
                if (received == 0 && count(registry, "received") == 0) started = System.nanoTime();
                if (System.nanoTime() > deadline || !loop.isAlive())
                    throw new IllegalStateException("records are missing");
                Thread.sleep(1);
            }
            long nanos = System.nanoTime() - started;
            if (count(registry, "discarded") > 0) throw new IllegalStateException("records were discarded");
            return Duration.ofNanos(nanos);
        } finally {
            loop.interrupt();
            loop.join();
            work.close();
        }
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
