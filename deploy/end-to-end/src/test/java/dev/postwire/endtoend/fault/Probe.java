package dev.postwire.endtoend.fault;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.utils.Utils;

/** Tells when everything flows again: a post made after the fault, for each partition, is stored and a query instance says so. */
final class Probe {
    static final int PARTITIONS = 6;
    private static final Duration LONGEST = Duration.ofMinutes(4);
    private static final long PAUSE_MILLIS = 100;

    private final Publisher publisher;
    private final String name;
    private int probes;

    /** @param name begins its ids, another for each probe of a stand */
    Probe(Publisher publisher, String name) {
        this.publisher = publisher;
        this.name = name;
    }

    /** Blocks until it does. */
    void await() throws InterruptedException, ExecutionException {
        int number = probes++;
        ExecutorService threads = Executors.newFixedThreadPool(PARTITIONS);
        try {
            List<Future<?>> waits = new ArrayList<>();
            for (int partition = 0; partition < PARTITIONS; partition++) {
                String id = id(number, partition);
                waits.add(threads.submit(() -> awaitStored(id)));
            }
            for (Future<?> wait : waits) wait.get();
        } finally {
            threads.shutdownNow();
        }
    }

    private Void awaitStored(String id) throws InterruptedException {
        long deadline = System.nanoTime() + LONGEST.toNanos();
        String receipt = publisher
                .publish(id, Optional.of(Publisher.Body.markdown("# Probe " + id)), id.hashCode())
                .receipt();
        for (int attempt = 0; System.nanoTime() < deadline; attempt++) {
            if (publisher.state(receipt, 1 + attempt % 2).equals(Optional.of("stored"))) return null;
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        }
        throw new IllegalStateException("not stored after " + LONGEST + ": " + id + " " + receipt);
    }

    /** An id that Kafka's own partitioner puts there. */
    private String id(int number, int partition) {
        for (int salt = 0; ; salt++) {
            String id = "probe-" + name + "-" + number + "-" + salt;
            if (Utils.toPositive(Utils.murmur2(Utils.utf8(id))) % PARTITIONS == partition) return id;
        }
    }
}
