package dev.postwire.query.kafka;

import dev.postwire.platform.http.Problem;
import dev.postwire.platform.http.ProblemCode;
import dev.postwire.platform.http.ProblemException;
import dev.postwire.platform.kafka.EventHeaders;
import dev.postwire.platform.kafka.KafkaClients;
import dev.postwire.platform.kafka.Receipt;
import dev.postwire.platform.kafka.Topic;
import dev.postwire.platform.kafka.TopicsAtStart;
import dev.postwire.query.store.StoredRejection;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.header.Headers;

/**
 * Asks the enrich service to put dead letters through again. Blocks for some seconds at most. Asking twice is harmless: a request is
 * carried out once.
 */
@Singleton
public class RedriveRequests {
    private static final String TYPE = "dev.postwire.redrive.requested.v1";
    private static final String SOURCE = "/postwire/query";
    private static final Duration COME_BACK = Duration.ofSeconds(2);
    private static final long BUFFER_BYTES = 1024 * 1024;
    private static final int ANSWER_MILLIS = 4_000;
    /** Reasons of what cannot become a post by trying again. */
    private static final Set<String> HOPELESS = Set.of("idempotency-key-reused");

    private final KafkaClients clients;
    private final TopicsAtStart topics;
    private KafkaProducer<String, byte[]> producer;

    RedriveRequests(KafkaClients clients, TopicsAtStart topics) {
        this.clients = clients;
        this.topics = topics;
    }

    synchronized void stop(@Observes ShutdownEvent event) {
        if (producer != null) producer.close(Duration.ZERO);
    }

    /** Returns once the broker has the request; a letter that cannot be redriven is a 409, a broker that is away a 503. */
    public void ask(StoredRejection letter) {
        Optional<Receipt> origin = letter.origin();
        boolean ours = letter.topic().equals(Topic.REJECTED.topicName());
        if (!ours || origin.isEmpty() || letter.postId().isEmpty() || HOPELESS.contains(letter.reason())) {
            throw Problem.of(ProblemCode.NOT_REDRIVABLE, "Of the reason " + letter.reason() + " none can be.")
                    .exception();
        }
        // To ask for a topic that is not there would make many a broker create it, with settings that are not ours.
        if (!topics.ready()) throw away();
        String id = letter.postId().get();
        Headers headers = EventHeaders.cloudEvent(UUID.randomUUID().toString(), TYPE, SOURCE, id, Instant.now());
        EventHeaders.add(headers, EventHeaders.CONTENT_TYPE, "application/json");
        String value = "{\"letter\":%d,\"origin\":%d,\"attempt\":%d}"
                .formatted(letter.recordOffset(), origin.get().offset(), letter.attempt());
        send(new ProducerRecord<>(
                Topic.REDRIVE.topicName(), letter.partition(), id, value.getBytes(StandardCharsets.UTF_8), headers));
    }

    private void send(ProducerRecord<String, byte[]> request) {
        try {
            producer().send(request).get(ANSWER_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw away();
        } catch (ExecutionException | TimeoutException | KafkaException e) {
            throw away();
        }
    }

    private synchronized KafkaProducer<String, byte[]> producer() {
        if (producer == null) producer = clients.producer(BUFFER_BYTES, ANSWER_MILLIS, ANSWER_MILLIS);
        return producer;
    }

    private static ProblemException away() {
        return Problem.retryable(ProblemCode.BROKER_UNAVAILABLE, "Try again in a moment.", COME_BACK)
                .exception();
    }
}
