package dev.postwire.ingest.kafka;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.postwire.platform.http.Problem;
import dev.postwire.platform.http.ProblemCode;
import dev.postwire.platform.http.ProblemException;
import dev.postwire.platform.kafka.Receipt;
import dev.postwire.platform.trace.Tracing;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.NotEnoughReplicasException;
import org.apache.kafka.common.errors.OutOfOrderSequenceException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

class PublisherTest {
    private static final Duration DEADLINE = Duration.ofMillis(200);
    private static final ProducerRecord<String, byte[]> RECORD =
            new ProducerRecord<>("posts.raw.v1", "a", new byte[] {1});

    private final MockProducer<String, byte[]> producer =
            new MockProducer<>(false, null, new StringSerializer(), new ByteArraySerializer());

    @Test
    void answersOnlyAfterTheAcknowledgement() {
        CompletableFuture<Receipt> answer = publish(Runnable::run);
        assertFalse(answer.isDone());
        producer.completeNext();
        assertEquals(new Receipt(0, 0), answer.join());
    }

    @Test
    void sendsNothingBeforeTheTopicsAreThere() {
        Publisher early = new Publisher(producer, () -> false, Runnable::run, DEADLINE, Tracing.none());
        assertEquals(
                ProblemCode.BROKER_UNAVAILABLE,
                failure(early.publish(RECORD).toCompletableFuture()).kind());
        assertTrue(producer.history().isEmpty());
    }

    @Test
    void whoIsAnsweredTooLateIsNotSentAfterwards() {
        Deque<Runnable> waiting = new ArrayDeque<>();
        CompletableFuture<Receipt> answer = publish(waiting::add);
        assertEquals(ProblemCode.BROKER_UNAVAILABLE, failure(answer).kind());
        waiting.forEach(Runnable::run);
        assertTrue(producer.history().isEmpty());
    }

    @Test
    void anAcknowledgementThatNeverComesIsA503() {
        Problem problem = failure(publish(Runnable::run));
        assertEquals(ProblemCode.BROKER_UNAVAILABLE, problem.kind());
        assertTrue(problem.retryAfter().toSeconds() >= 1);
    }

    @Test
    void aBrokerThatIsAwayIsA503AndNoFaultOfTheProducer() {
        for (RuntimeException away :
                new RuntimeException[] {new TimeoutException(), new NotEnoughReplicasException()}) {
            Publisher publisher = publisher(Runnable::run);
            CompletableFuture<Receipt> answer = publisher.publish(RECORD).toCompletableFuture();
            producer.errorNext(away);
            assertEquals(ProblemCode.BROKER_UNAVAILABLE, failure(answer).kind());
            assertFalse(publisher.broken());
        }
    }

    @Test
    void aRecordTooLargeIsTheCallersAffair() {
        producer.sendException = new RecordTooLargeException();
        Publisher publisher = publisher(Runnable::run);
        assertEquals(
                ProblemCode.BODY_TOO_LARGE,
                failure(publisher.publish(RECORD).toCompletableFuture()).kind());
        assertFalse(publisher.broken());
    }

    @Test
    void aProducerThatMayNeverSendAgainIsBrokenUntilASendSucceeds() {
        Publisher publisher = publisher(Runnable::run);
        for (RuntimeException fatal :
                new RuntimeException[] {new TopicAuthorizationException("x"), new OutOfOrderSequenceException("x")}) {
            CompletableFuture<Receipt> answer = publisher.publish(RECORD).toCompletableFuture();
            producer.errorNext(fatal);
            assertEquals(ProblemCode.BROKER_UNAVAILABLE, failure(answer).kind());
            assertTrue(publisher.broken());
        }
        publisher.publish(RECORD);
        producer.completeNext();
        assertFalse(publisher.broken());
    }

    @Test
    void whoComesWhileTheServiceStopsIsA503() {
        CompletableFuture<Receipt> answer = publish(task -> {
            throw new RejectedExecutionException();
        });
        assertEquals(ProblemCode.BROKER_UNAVAILABLE, failure(answer).kind());
    }

    private CompletableFuture<Receipt> publish(Executor senders) {
        return publisher(senders).publish(RECORD).toCompletableFuture();
    }

    private Publisher publisher(Executor senders) {
        return new Publisher(producer, () -> true, senders, DEADLINE, Tracing.none());
    }

    private static Problem failure(CompletableFuture<Receipt> answer) {
        Throwable failure =
                assertThrows(CompletionException.class, answer::join).getCause();
        return assertInstanceOf(ProblemException.class, failure).problem();
    }
}
