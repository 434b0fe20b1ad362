package dev.postwire.ingest.kafka;

import dev.postwire.ingest.post.IdempotencyKey;
import dev.postwire.ingest.post.PostId;
import dev.postwire.ingest.post.Submission;
import dev.postwire.ingest.post.TraceParent;
import dev.postwire.platform.kafka.EventHeaders;
import dev.postwire.platform.kafka.Topic;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;

/** The events of the raw topic, as raw-headers.v1.schema.json has them. The key is the post's id, the value the exact bytes. */
public final class RawRecords {
    private static final String SOURCE = "/postwire/ingest";
    private static final String SUBMITTED = "dev.postwire.post.submitted.v1";
    private static final String ERASURE_REQUESTED = "dev.postwire.post.erasure-requested.v1";
    private static final String PREFIX = "postwire-";

    private RawRecords() {}

    public static ProducerRecord<String, byte[]> submitted(Submission post, Instant receivedAt, TraceParent trace) {
        Headers headers = event(SUBMITTED, post.id(), post.key(), receivedAt, trace);
        EventHeaders.add(headers, EventHeaders.CONTENT_TYPE, post.contentType().declared());
        post.metadata()
                .values()
                .forEach((field, values) ->
                        values.forEach(value -> EventHeaders.add(headers, PREFIX + field.parameter(), value)));
        return record(post.id(), post.body(), headers);
    }

    public static ProducerRecord<String, byte[]> erasureRequested(
            PostId id, Optional<IdempotencyKey> key, Instant receivedAt, TraceParent trace) {
        return record(id, null, event(ERASURE_REQUESTED, id, key, receivedAt, trace));
    }

    private static Headers event(
            String type, PostId id, Optional<IdempotencyKey> key, Instant receivedAt, TraceParent trace) {
        String eventId = key.map(IdempotencyKey::eventId)
                .orElseGet(() -> UUID.randomUUID().toString());
        Headers headers = EventHeaders.cloudEvent(eventId, type, SOURCE, id.value(), receivedAt);
        // Says that the same event id means the same submission: a reader may hold the one to the other.
        if (key.isPresent()) EventHeaders.add(headers, EventHeaders.IDEMPOTENCY, "key");
        EventHeaders.add(headers, EventHeaders.TRACE_PARENT, trace.value());
        return headers;
    }

    private static ProducerRecord<String, byte[]> record(PostId id, byte[] value, Headers headers) {
        return new ProducerRecord<>(Topic.RAW.topicName(), null, id.value(), value, headers);
    }
}
