package dev.postwire.ingest.kafka;

import dev.postwire.platform.http.Problem;
import dev.postwire.platform.http.ProblemCode;
import dev.postwire.platform.http.ProblemException;
import dev.postwire.platform.kafka.Receipt;
import dev.postwire.platform.trace.Tracing;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.jboss.logging.Logger;

/**
 * Sends records and answers with the receipt once all replicas in sync have them. An answer comes within the deadline; one of
 * failure may be ambiguous, the record can be on the topic all the same, and the caller's retry then has the same post id.
 */
public final class Publisher {
    private static final Logger LOGGER = Logger.getLogger(Publisher.class);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(2);

    private final Producer<String, byte[]> producer;
    private final BooleanSupplier topicsReady;
    private final Executor senders;
    private final Duration deadline;
    private final Tracing tracing;
    private final Outage outage = new Outage(System::nanoTime);
    private volatile boolean broken;

    Publisher(
            Producer<String, byte[]> producer,
            BooleanSupplier topicsReady,
            Executor senders,
            Duration deadline,
            Tracing tracing) {
        this.producer = producer;
        this.topicsReady = topicsReady;
        this.senders = senders;
        this.deadline = deadline;
        this.tracing = tracing;
    }

    /**
     * Never blocks the caller: {@code send}, which may wait for metadata or for room in the producer's buffer, runs on threads of
     * its own. Fails with a {@link ProblemException} and nothing else.
     */
    public CompletionStage<Receipt> publish(ProducerRecord<String, byte[]> record) {
        // To ask for a topic that is not there would make many a broker create it, with settings that are not ours.
        if (!topicsReady.getAsBoolean()) return CompletableFuture.failedFuture(away("it has not the topics yet"));
        CompletableFuture<RecordMetadata> acknowledged = begin(record);
        try {
            senders.execute(() -> send(record, acknowledged));
        } catch (RejectedExecutionException e) {
            acknowledged.cancel(false);
            return CompletableFuture.failedFuture(away("this service is stopping"));
        }
        return answer(acknowledged);
    }

    /**
     * As {@link #publish}, for one who has a thread that may wait, which spares the way to another: records that come one after the
     * other on that thread go to the broker in that order. May block for as long as {@code send} does, but not while the broker is
     * known to be away: then it fails at once, save for a trial now and then.
     */
    public CompletionStage<Receipt> publishHere(ProducerRecord<String, byte[]> record) {
        if (!topicsReady.getAsBoolean()) return CompletableFuture.failedFuture(away("it has not the topics yet"));
        if (!outage.mayTry()) return CompletableFuture.failedFuture(away("it has acknowledged nothing for a while"));
        CompletableFuture<RecordMetadata> acknowledged = begin(record);
        send(record, acknowledged);
        return answer(acknowledged);
    }

    /** What the broker will say; the trace's step ends with it, however it ends. */
    private CompletableFuture<RecordMetadata> begin(ProducerRecord<String, byte[]> record) {
        CompletableFuture<RecordMetadata> acknowledged = new CompletableFuture<>();
        Tracing.Step step = tracing.sending("publish", record.headers()).say("postwire.id", record.key());
        acknowledged.whenComplete((metadata, failure) -> step.end());
        return acknowledged;
    }

    private CompletionStage<Receipt> answer(CompletableFuture<RecordMetadata> acknowledged) {
        return acknowledged
                .orTimeout(deadline.toMillis(), TimeUnit.MILLISECONDS)
                .handle((metadata, failure) -> failure == null ? receipt(metadata) : fail(failure));
    }

    /**
     * Whether {@link #publishHere} blocks nobody now: what was last heard of the broker is an acknowledgement, not long ago, so the
     * topic's partitions are known. The caller has to see to it that there is room in the producer's memory.
     */
    public boolean flowing() {
        return outage.isOver();
    }

    /** True once the producer is in a state that only a new process can leave. */
    public boolean broken() {
        return broken;
    }

    private void send(ProducerRecord<String, byte[]> record, CompletableFuture<RecordMetadata> acknowledged) {
        if (acknowledged.isDone()) return; // answered already, as too late
        try {
            producer.send(record, (metadata, failure) -> {
                if (failure == null) {
                    broken = false;
                    outage.over();
                    acknowledged.complete(metadata);
                } else {
                    acknowledged.completeExceptionally(failure);
                }
            });
        } catch (RuntimeException e) {
            acknowledged.completeExceptionally(e);
        }
    }

    private static Receipt receipt(RecordMetadata metadata) {
        // A retry the broker knew but no longer knew the place of: it is there, but we cannot say where.
        if (!metadata.hasOffset()) throw away("it took the post without saying where");
        return new Receipt(metadata.partition(), metadata.offset());
    }

    private Receipt fail(Throwable failure) {
        if (failure instanceof TimeoutException) {
            outage.goesOn();
            throw away("it did not acknowledge the post in time");
        }
        switch (SendFailure.of(failure)) {
            case TOO_LARGE ->
                throw Problem.of(ProblemCode.BODY_TOO_LARGE, "The broker takes no record as large as this post.")
                        .exception();
            case PRODUCER_BROKEN -> {
                broken = true;
                outage.goesOn();
                LOGGER.errorf(failure, "producer cannot send");
                throw away("it refuses what this service sends");
            }
            default -> {
                outage.goesOn();
                LOGGER.debugf(failure, "send failed");
                throw away("it did not acknowledge the post in time");
            }
        }
    }

    private static ProblemException away(String why) {
        return Problem.retryable(
                        ProblemCode.BROKER_UNAVAILABLE,
                        "The post was not acknowledged by the broker: " + why + ". Send it again.",
                        RETRY_AFTER)
                .exception();
    }
}
