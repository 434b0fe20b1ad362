package dev.postwire.query.kafka;

import dev.postwire.platform.http.Problem;
import dev.postwire.platform.http.ProblemCode;
import dev.postwire.platform.http.ProblemException;
import dev.postwire.platform.kafka.KafkaClients;
import dev.postwire.platform.kafka.Loops;
import dev.postwire.platform.kafka.Receipt;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Reads single records of the raw topic by their place, one after the other, on one thread that owns the consumer. Never looks
 * further than that place. Safe for any number of threads.
 */
@Singleton
public class RawArchive {
    /** Each takes some milliseconds; whoever would wait longer than a few seconds is better told so. */
    private static final int MOST_WAITING = 200;

    private static final Duration COME_BACK = Duration.ofSeconds(1);

    private final BlockingQueue<Asked> asked = new ArrayBlockingQueue<>(MOST_WAITING);

    /**
     * A question and where its answer goes.
     *
     * @param since when it was asked, in nanoseconds
     */
    record Asked(Receipt place, String id, long since, CompletableFuture<Optional<RawBytes>> answer) {}

    void start(@Observes StartupEvent event, Loops loops, KafkaClients clients) {
        loops.start("raw-archive", new RawArchiveWork(clients::reader, asked));
    }

    /**
     * The record at that place; empty where it has left the topic, or is of another post. Fails with a {@link ProblemException} where
     * the broker does not answer.
     */
    public CompletionStage<Optional<RawBytes>> at(Receipt place, String id) {
        Asked question = new Asked(place, id, System.nanoTime(), new CompletableFuture<>());
        if (!asked.offer(question)) {
            throw Problem.retryable(ProblemCode.OVERLOADED, "Too many ask for raw posts.", COME_BACK)
                    .exception();
        }
        return question.answer();
    }
}
