package dev.postwire.query.kafka;

import dev.postwire.platform.kafka.EventHeaders;
import dev.postwire.platform.kafka.Receipt;
import dev.postwire.platform.kafka.Topic;
import dev.postwire.query.change.Change;
import dev.postwire.query.change.Change.RawPlace;
import dev.postwire.query.change.Source;
import dev.postwire.query.post.EventReader;
import dev.postwire.query.post.EventReader.BrokenContract;
import dev.postwire.query.post.EventReader.ReadPost;
import dev.postwire.query.post.LedgerEntry;
import dev.postwire.query.post.Origin;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.jboss.logging.Logger;

/**
 * Reads a record as the change it asks for. A record that breaks its contract, which only a fault of ours can write, becomes a dead
 * letter of the reason {@code unreadable-record}, stored and counted like any other: it stops nobody behind it, and is not passed
 * over in silence.
 */
final class RecordReader {
    private static final Logger LOGGER = Logger.getLogger(RecordReader.class);
    private static final Pattern POST_ID = Pattern.compile("[A-Za-z0-9._~-]{1,128}");
    private static final Pattern ATTEMPT = Pattern.compile("[1-9][0-9]{0,8}");
    private static final byte[] NOTHING = {};

    private final EventReader events = new EventReader();

    /** A header or key that breaks its contract. */
    private static final class BrokenRecord extends Exception {
        private static final long serialVersionUID = 1L;

        BrokenRecord(String detail) {
            super(detail, null, false, false);
        }
    }

    Change read(ConsumerRecord<String, byte[]> record) {
        Source source = new Source(record.topic(), record.partition(), record.offset());
        try {
            String id = id(record);
            if (record.topic().equals(Topic.ENRICHED.topicName())) return enriched(source, id, record);
            if (record.topic().equals(Topic.REJECTED.topicName())) return rejected(source, id, record);
            return accounted(source, id, record);
        } catch (BrokenContract | BrokenRecord | IllegalArgumentException e) {
            LOGGER.errorf(
                    "record breaks its contract, stored as a dead letter record=%s detail=%s", source, e.getMessage());
            return unreadable(source, record, e.getMessage());
        }
    }

    private Change enriched(Source source, String id, ConsumerRecord<String, byte[]> record)
            throws BrokenContract, BrokenRecord {
        if (record.value() == null) return new Change.Erase(source, id, origin(record.headers()));
        ReadPost post = events.post(record.value());
        if (!post.post().id().equals(id)) throw new BrokenRecord("the key is not the post's id");
        return new Change.Publish(source, post);
    }

    private Change accounted(Source source, String id, ConsumerRecord<String, byte[]> record)
            throws BrokenContract, BrokenRecord {
        if (record.value() == null) throw new BrokenRecord("the value is missing");
        LedgerEntry entry = events.ledgerEntry(record.value());
        return new Change.Account(source, id, entry, instant(record.headers(), EventHeaders.TIME));
    }

    private Change rejected(Source source, String id, ConsumerRecord<String, byte[]> record) throws BrokenRecord {
        Headers headers = record.headers();
        Origin origin = origin(headers);
        if (record.value() == null) return new Change.Erase(source, id, origin);
        String attempt = header(headers, EventHeaders.ATTEMPT);
        if (!ATTEMPT.matcher(attempt).matches()) throw new BrokenRecord(EventHeaders.ATTEMPT + " is not a number");
        byte[] value = value(record);
        return new Change.Bury(
                source,
                Optional.of(id),
                Optional.of(new RawPlace(origin.partition(), origin.offset())),
                header(headers, EventHeaders.REASON),
                header(headers, EventHeaders.DETAIL),
                EventHeaders.find(headers, EventHeaders.CONTENT_TYPE),
                value.length,
                sha256(value),
                Integer.parseInt(attempt),
                Optional.of(origin.receivedAt()),
                instant(headers, EventHeaders.TIME));
    }

    private static Change unreadable(Source source, ConsumerRecord<String, byte[]> record, String detail) {
        byte[] value = value(record);
        return new Change.Bury(
                source,
                Optional.ofNullable(record.key())
                        .filter(key -> POST_ID.matcher(key).matches()),
                EventHeaders.find(record.headers(), EventHeaders.ORIGIN)
                        .flatMap(Receipt::parse)
                        .map(receipt -> new RawPlace(receipt.partition(), receipt.offset())),
                Change.Bury.UNREADABLE,
                source + ": " + detail,
                EventHeaders.find(record.headers(), EventHeaders.CONTENT_TYPE),
                value.length,
                sha256(value),
                1,
                Optional.empty(),
                Instant.ofEpochMilli(Math.max(0, record.timestamp())));
    }

    private static String id(ConsumerRecord<String, byte[]> record) throws BrokenRecord {
        if (record.key() == null || !POST_ID.matcher(record.key()).matches()) {
            throw new BrokenRecord("the key is not a post id");
        }
        return record.key();
    }

    private static Origin origin(Headers headers) throws BrokenRecord {
        Receipt receipt = Receipt.parse(header(headers, EventHeaders.ORIGIN))
                .orElseThrow(() -> new BrokenRecord(EventHeaders.ORIGIN + " is not of the form partition-offset"));
        return new Origin(receipt.partition(), receipt.offset(), instant(headers, EventHeaders.RECEIVED_AT));
    }

    private static Instant instant(Headers headers, String name) throws BrokenRecord {
        try {
            return Instant.parse(header(headers, name));
        } catch (DateTimeException e) {
            throw new BrokenRecord(name + " is not a time");
        }
    }

    private static String header(Headers headers, String name) throws BrokenRecord {
        return EventHeaders.find(headers, name)
                .filter(value -> !value.isEmpty())
                .orElseThrow(() -> new BrokenRecord(name + " is missing"));
    }

    private static byte[] value(ConsumerRecord<String, byte[]> record) {
        return record.value() == null ? NOTHING : record.value();
    }

    private static String sha256(byte[] value) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(value));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
