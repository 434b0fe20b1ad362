package dev.postwire.platform.kafka;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/** Record headers as UTF-8 text: the CloudEvents 1.0 attributes in Kafka binary mode, and ours, which begin with {@code postwire-}. */
public final class EventHeaders {
    public static final String ID = "ce_id";
    public static final String SOURCE = "ce_source";
    public static final String TYPE = "ce_type";
    public static final String TIME = "ce_time";
    public static final String SUBJECT = "ce_subject";
    public static final String SPEC_VERSION = "ce_specversion";
    public static final String CONTENT_TYPE = "content-type";
    public static final String TRACE_PARENT = "traceparent";

    public static final String URL = "postwire-url";
    public static final String TITLE = "postwire-title";
    public static final String AUTHOR = "postwire-author";
    public static final String PUBLISHED = "postwire-published";
    public static final String LANGUAGE = "postwire-language";
    public static final String TAG = "postwire-tag";
    public static final String SITE = "postwire-site";
    public static final String RECEIVED_AT = "postwire-received-at";
    public static final String ORIGIN = "postwire-origin";
    public static final String REASON = "postwire-reason";
    public static final String DETAIL = "postwire-detail";
    public static final String IDEMPOTENCY = "postwire-idempotency";
    public static final String ATTEMPT = "postwire-attempt";

    /** Of {@link #IDEMPOTENCY}: the event's id stands for a caller and a key of the caller's choice. */
    public static final String IDEMPOTENCY_BY_KEY = "key";

    private EventHeaders() {}

    /** The attributes every event of ours carries. */
    public static Headers cloudEvent(String id, String type, String source, String subject, Instant time) {
        Headers headers = new RecordHeaders();
        add(headers, SPEC_VERSION, "1.0");
        add(headers, ID, id);
        add(headers, SOURCE, source);
        add(headers, TYPE, type);
        add(headers, TIME, time.toString());
        add(headers, SUBJECT, subject);
        return headers;
    }

    public static void add(Headers headers, String name, String value) {
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }

    /** The last header of that name, as a reader of a repeated name expects by Kafka's rule. */
    public static Optional<String> find(Headers headers, String name) {
        return Optional.ofNullable(headers.lastHeader(name)).map(Header::value).map(EventHeaders::text);
    }

    /** All headers of that name, in order. */
    public static List<String> all(Headers headers, String name) {
        List<String> values = new ArrayList<>();
        headers.headers(name).forEach(header -> {
            if (header.value() != null) values.add(text(header.value()));
        });
        return values;
    }

    private static String text(byte[] value) {
        return new String(value, StandardCharsets.UTF_8);
    }
}
