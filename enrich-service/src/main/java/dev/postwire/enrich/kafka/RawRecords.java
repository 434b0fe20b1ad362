package dev.postwire.enrich.kafka;

import dev.postwire.enrich.kafka.LedgerEntry.Idempotency;
import dev.postwire.enrich.post.Claim;
import dev.postwire.enrich.post.Claim.Field;
import dev.postwire.enrich.post.RawPost;
import dev.postwire.platform.kafka.EventHeaders;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;

/** Records of the raw topic as raw posts. What a foreign writer left out is made up from the record itself. */
final class RawRecords {
    private static final Map<String, Field> SAID = Map.of(
            EventHeaders.URL, Field.URL,
            EventHeaders.TITLE, Field.TITLE,
            EventHeaders.AUTHOR, Field.AUTHOR,
            EventHeaders.PUBLISHED, Field.PUBLISHED,
            EventHeaders.LANGUAGE, Field.LANGUAGE,
            EventHeaders.TAG, Field.TAG);

    private static final String NAME_PREFIX = "postwire-";

    private RawRecords() {}

    /** The record must have a value. */
    static RawPost post(ConsumerRecord<String, byte[]> raw) {
        Headers headers = raw.headers();
        return new RawPost(
                raw.key(),
                eventId(raw),
                new RawPost.Origin(raw.partition(), raw.offset(), receivedAt(raw)),
                EventHeaders.find(headers, EventHeaders.CONTENT_TYPE).orElse(""),
                raw.value(),
                claims(headers));
    }

    static String eventId(ConsumerRecord<String, byte[]> raw) {
        return EventHeaders.find(raw.headers(), EventHeaders.ID)
                .filter(id -> !id.isBlank())
                .orElseGet(() -> raw.partition() + "-" + raw.offset());
    }

    /** What was submitted under a caller's key; empty where there was none. */
    static Optional<Idempotency> idempotency(ConsumerRecord<String, byte[]> raw, RawPost post) {
        return idempotency(raw, Submission.content(post));
    }

    /** An erasure that was asked for under a caller's key; empty where there was none. */
    static Optional<Idempotency> idempotency(ConsumerRecord<String, byte[]> erasure) {
        return idempotency(erasure, Submission.ERASURE);
    }

    private static Optional<Idempotency> idempotency(ConsumerRecord<String, byte[]> raw, String content) {
        return EventHeaders.find(raw.headers(), EventHeaders.IDEMPOTENCY)
                .filter(EventHeaders.IDEMPOTENCY_BY_KEY::equals)
                .map(by -> new Idempotency(eventId(raw), content));
    }

    static Instant receivedAt(ConsumerRecord<String, byte[]> raw) {
        try {
            return EventHeaders.find(raw.headers(), EventHeaders.TIME)
                    .map(Instant::parse)
                    .orElseGet(() -> Instant.ofEpochMilli(raw.timestamp()));
        } catch (DateTimeException e) {
            return Instant.ofEpochMilli(raw.timestamp());
        }
    }

    private static List<Claim> claims(Headers headers) {
        List<Claim> claims = new ArrayList<>();
        SAID.forEach((name, field) -> EventHeaders.all(headers, name).forEach(value -> {
            if (!value.isBlank()) {
                claims.add(new Claim(field, value, Claim.Source.REQUEST, name.substring(NAME_PREFIX.length())));
            }
        }));
        return claims;
    }
}
