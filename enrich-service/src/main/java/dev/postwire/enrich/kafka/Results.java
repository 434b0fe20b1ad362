package dev.postwire.enrich.kafka;

import dev.postwire.enrich.post.EnrichedPost;
import dev.postwire.enrich.post.Outcome;
import dev.postwire.platform.kafka.EventHeaders;
import dev.postwire.platform.kafka.Topic;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/** The records that follow from one raw record, each for the partition of the same number and with the headers of the contract. */
final class Results {
    private static final String SOURCE = "/postwire/enrich";
    private static final String ENRICHED = "dev.postwire.post.enriched.v1";
    private static final String ERASED = "dev.postwire.post.erased.v1";
    private static final String LEFT_ROUTE = "dev.postwire.post.left-route.v1";
    private static final String REJECTED = "dev.postwire.post.rejected.v1";
    private static final String ACCOUNTED = "dev.postwire.post.accounted.v1";
    private static final String JSON = "application/json";
    /** Headers of a raw record that say what was said around it. */
    static final List<String> SAID = List.of(
            EventHeaders.URL,
            EventHeaders.TITLE,
            EventHeaders.AUTHOR,
            EventHeaders.PUBLISHED,
            EventHeaders.LANGUAGE,
            EventHeaders.TAG,
            EventHeaders.IDEMPOTENCY);

    private Results() {}

    static ProducerRecord<String, byte[]> enriched(
            ConsumerRecord<String, byte[]> raw, EnrichedPost post, byte[] value) {
        Headers headers = headers(raw, ENRICHED);
        EventHeaders.add(headers, EventHeaders.CONTENT_TYPE, JSON);
        EventHeaders.add(headers, EventHeaders.LANGUAGE, post.language().code());
        if (post.site() != null) EventHeaders.add(headers, EventHeaders.SITE, post.site());
        post.tags().forEach(tag -> EventHeaders.add(headers, EventHeaders.TAG, tag.slug()));
        return record(Topic.ENRICHED, raw, value, headers);
    }

    static ProducerRecord<String, byte[]> erased(ConsumerRecord<String, byte[]> raw) {
        return record(Topic.ENRICHED, raw, null, headers(raw, ERASED));
    }

    /** The bytes of what was rejected under an id are the post's, and go with it. */
    static ProducerRecord<String, byte[]> deadLettersErased(ConsumerRecord<String, byte[]> raw) {
        return record(Topic.REJECTED, raw, null, headers(raw, ERASED));
    }

    /** For a route that the post is not on any longer. */
    static ProducerRecord<String, byte[]> leftRoute(ConsumerRecord<String, byte[]> raw) {
        return record(Topic.ENRICHED, raw, null, headers(raw, LEFT_ROUTE));
    }

    /**
     * With the bytes unchanged: else one record would stop its partition for ever. Only one that another producer compressed can be
     * larger than a topic takes, and is cut, which the detail says.
     *
     * @param attempt how often it has been tried by now
     */
    static ProducerRecord<String, byte[]> rejected(
            ConsumerRecord<String, byte[]> raw, Outcome.Rejected rejected, int attempt) {
        Headers headers = headers(raw, REJECTED);
        EventHeaders.find(raw.headers(), EventHeaders.CONTENT_TYPE)
                .ifPresent(type -> EventHeaders.add(headers, EventHeaders.CONTENT_TYPE, type));
        for (String name : SAID) {
            for (Header said : raw.headers().headers(name)) headers.add(said);
        }
        EventHeaders.add(headers, EventHeaders.REASON, rejected.reason().code());
        byte[] kept = raw.value().length <= Topic.MAX_RECORD_BYTES
                ? raw.value()
                : Arrays.copyOf(raw.value(), Topic.MAX_RECORD_BYTES);
        String detail = kept == raw.value()
                ? rejected.detail()
                : rejected.detail() + "; of its " + raw.value().length + " bytes only the first " + kept.length
                        + " are kept here";
        EventHeaders.add(headers, EventHeaders.DETAIL, detail);
        EventHeaders.add(headers, EventHeaders.ATTEMPT, String.valueOf(attempt));
        return record(Topic.REJECTED, raw, kept, headers);
    }

    static ProducerRecord<String, byte[]> accounted(ConsumerRecord<String, byte[]> raw, LedgerEntry entry) {
        Headers headers = headers(raw, ACCOUNTED);
        EventHeaders.add(headers, EventHeaders.CONTENT_TYPE, JSON);
        return record(Topic.LEDGER, raw, Json.bytes(entry), headers);
    }

    private static Headers headers(ConsumerRecord<String, byte[]> raw, String type) {
        Headers headers = EventHeaders.cloudEvent(RawRecords.eventId(raw), type, SOURCE, raw.key(), Instant.now());
        EventHeaders.add(headers, EventHeaders.ORIGIN, raw.partition() + "-" + raw.offset());
        EventHeaders.add(
                headers, EventHeaders.RECEIVED_AT, RawRecords.receivedAt(raw).toString());
        EventHeaders.find(raw.headers(), EventHeaders.TRACE_PARENT)
                .ifPresent(parent -> EventHeaders.add(headers, EventHeaders.TRACE_PARENT, parent));
        return headers;
    }

    private static ProducerRecord<String, byte[]> record(
            Topic topic, ConsumerRecord<String, byte[]> raw, byte[] value, Headers headers) {
        return new ProducerRecord<>(topic.topicName(), raw.partition(), raw.key(), value, headers);
    }
}
