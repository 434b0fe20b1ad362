package dev.postwire.ingest.kafka;

import dev.postwire.ingest.Limits;
import dev.postwire.platform.kafka.KafkaClients;
import dev.postwire.platform.kafka.TopicsAtStart;
import dev.postwire.platform.trace.Tracing;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.Producer;

/** Makes the process's one producer, which is thread-safe, and closes it after the last call has been answered. */
@Singleton
final class PublisherProducer {
    /** {@code send} blocks for this long at most; with the delivery time it stays below the deadline. */
    private static final int BLOCK_MILLIS = 1_500;

    private static final int DELIVERY_MILLIS = 2_800;

    /** A caller is promised an answer within 5 s; this leaves time to read the body and to write the answer. */
    private static final Duration DEADLINE = Duration.ofMillis(4_500);

    private static final Duration CLOSE_DEADLINE = Duration.ofSeconds(5);

    /** A send takes microseconds unless metadata is missing; more threads would only wait for the same thing. */
    private static final int SENDERS = 4;

    private final ExecutorService senders = Executors.newFixedThreadPool(SENDERS, sender());
    private final Producer<String, byte[]> producer;
    private final TopicsAtStart topics;
    private final Tracing tracing;

    PublisherProducer(KafkaClients clients, TopicsAtStart topics, Limits limits, Tracing tracing) {
        // The buffer has room for all that may be under way, so it is never the buffer that send waits for.
        this.producer = clients.producer(limits.inFlightBytes(), BLOCK_MILLIS, DELIVERY_MILLIS);
        this.topics = topics;
        this.tracing = tracing;
    }

    @Produces
    @Singleton
    Publisher publisher() {
        return new Publisher(producer, topics::ready, senders, DEADLINE, tracing);
    }

    @PreDestroy
    void close() throws InterruptedException {
        senders.shutdown();
        senders.awaitTermination(BLOCK_MILLIS, TimeUnit.MILLISECONDS);
        producer.close(CLOSE_DEADLINE);
    }

    private static java.util.concurrent.ThreadFactory sender() {
        AtomicInteger number = new AtomicInteger();
        return task -> new Thread(task, "sender-" + number.getAndIncrement());
    }
}
