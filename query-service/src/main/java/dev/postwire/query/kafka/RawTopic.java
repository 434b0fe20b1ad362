package dev.postwire.query.kafka;

import dev.postwire.platform.kafka.BrokerAdmin;
import dev.postwire.platform.kafka.Receipt;
import dev.postwire.platform.kafka.Topic;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/**
 * Tells which receipts can have been given. No caller is held: the ends of the topic only grow, so what is below a known end needs no
 * question; above it one question serves all who came before it was asked, and at most one is under way. Safe for any number of
 * threads.
 */
@Singleton
public class RawTopic {
    /** From one question to the next at the least, so that those who come meanwhile share it: far shorter than anybody waits. */
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    private final BrokerAdmin broker;
    private volatile Known known = new Known(Map.of(), false);
    private CompletableFuture<Known> current;
    private CompletableFuture<Known> next;
    private long sentAt = System.nanoTime() - PAUSE_NANOS;

    /** What the broker says of a receipt. */
    public enum Given {
        /** There is, or was before compaction, a raw record at that place. */
        YES,
        NO,
        /** The broker does not answer. */
        UNKNOWN
    }

    /** @param answered false where no answer came and the ends are those of an earlier one */
    private record Known(Map<Integer, Long> ends, boolean answered) {
        boolean holds(Receipt receipt) {
            return receipt.offset() < ends.getOrDefault(receipt.partition(), 0L);
        }
    }

    RawTopic(BrokerAdmin broker) {
        this.broker = broker;
    }

    /** Never fails. Done at once where it is known, and after some seconds at most. */
    public CompletableFuture<Given> given(Receipt receipt) {
        if (known.holds(receipt)) return CompletableFuture.completedFuture(Given.YES);
        return asked().thenApply(now -> {
            if (now.holds(receipt)) return Given.YES;
            return now.answered() ? Given.NO : Given.UNKNOWN;
        });
    }

    /** A question that is sent from now on: one that is under way was sent before, and may not see what was given since. */
    private synchronized CompletableFuture<Known> asked() {
        if (current == null) {
            current = new CompletableFuture<>();
            send(current);
            return current;
        }
        if (next == null) next = new CompletableFuture<>();
        return next;
    }

    private synchronized void send(CompletableFuture<Known> question) {
        long pause = Math.max(0, sentAt + PAUSE_NANOS - System.nanoTime());
        sentAt = System.nanoTime() + pause;
        Executor later =
                CompletableFuture.delayedExecutor(pause, TimeUnit.NANOSECONDS, Infrastructure.getDefaultWorkerPool());
        CompletableFuture.supplyAsync(this::ask, later).whenComplete((answer, failure) -> {
            goOn();
            if (failure == null) question.complete(answer);
            else question.completeExceptionally(failure);
        });
    }

    private synchronized void goOn() {
        current = next;
        next = null;
        if (current != null) send(current);
    }

    private Known ask() {
        Map<Integer, Long> ends = new HashMap<>(known.ends());
        Known now = new Known(ends, answered(ends));
        known = now;
        return now;
    }

    private boolean answered(Map<Integer, Long> ends) {
        try {
            ends.putAll(broker.ends(Topic.RAW.topicName()));
            return true;
        } catch (ExecutionException e) {
            return e.getCause() instanceof UnknownTopicOrPartitionException;
        } catch (TimeoutException | KafkaException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
