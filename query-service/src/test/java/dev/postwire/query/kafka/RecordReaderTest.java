package dev.postwire.query.kafka;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.postwire.contracts.GoldenSample;
import dev.postwire.platform.kafka.EventHeaders;
import dev.postwire.platform.kafka.Topic;
import dev.postwire.query.change.Change;
import dev.postwire.query.change.Change.Bury;
import dev.postwire.query.change.Change.RawPlace;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

class RecordReaderTest {
    private static final String ENRICHED = "posts.enriched.v1";
    private static final String REJECTED = "posts.rejected.v1";
    private static final String LEDGER = "posts.ledger.v1";

    private final RecordReader reader = new RecordReader();

    @Test
    void readsEveryGoldenSampleAsWhatItIs() {
        for (String topic : List.of(ENRICHED, REJECTED, LEDGER)) {
            for (GoldenSample sample : GoldenSample.all(topic)) {
                Change change = reader.read(record(sample));

                boolean unreadable =
                        change instanceof Bury bury && bury.reason().equals(Bury.UNREADABLE);
                assertEquals(false, unreadable, sample.toString());
            }
        }
    }

    @Test
    void readsADeadLetterWithoutItsBytes() {
        GoldenSample sample = GoldenSample.named(REJECTED, "not-text");

        Bury bury = assertInstanceOf(Bury.class, reader.read(record(sample)));

        assertEquals("not-text", bury.reason());
        assertEquals(Optional.of(new RawPlace(5, 19)), bury.raw());
        assertEquals(sample.value().orElseThrow().length, bury.bytes());
        assertEquals(1, bury.attempt());
    }

    @Test
    void takesEveryHeaderOfADeadLetterThatItNeeds() {
        GoldenSample sample = GoldenSample.named(REJECTED, "not-text");
        for (String name : List.of(
                EventHeaders.ORIGIN,
                EventHeaders.RECEIVED_AT,
                EventHeaders.REASON,
                EventHeaders.DETAIL,
                EventHeaders.ATTEMPT,
                EventHeaders.TIME)) {
            ConsumerRecord<String, byte[]> record = record(sample);
            record.headers().remove(name);

            assertUnreadable(record);
        }
    }

    /** The rejected topic is compacted, so that the bytes of what was rejected under an erased id leave it. */
    @Test
    void takesATombstoneAmongTheDeadLettersForAnErasure() {
        ConsumerRecord<String, byte[]> tombstone = record(GoldenSample.named(ENRICHED, "tombstone"));
        ConsumerRecord<String, byte[]> deadLetter =
                new ConsumerRecord<>(Topic.REJECTED.topicName(), 2, 5, tombstone.key(), null);
        tombstone.headers().forEach(deadLetter.headers()::add);

        assertInstanceOf(Change.Erase.class, reader.read(deadLetter));
    }

    @Test
    void takesTheOriginOfATombstone() {
        GoldenSample sample = GoldenSample.named(ENRICHED, "tombstone");
        assertInstanceOf(Change.Erase.class, reader.read(record(sample)));
        for (String name : List.of(EventHeaders.ORIGIN, EventHeaders.RECEIVED_AT)) {
            ConsumerRecord<String, byte[]> record = record(sample);
            record.headers().remove(name);

            assertUnreadable(record);
        }
    }

    @Test
    void storesWhatBreaksItsContractAsADeadLetterThatSaysWhereItStands() {
        ConsumerRecord<String, byte[]> record = record(ENRICHED, "note-1", "{\"id\":\"note-1\"}");
        EventHeaders.add(record.headers(), EventHeaders.ORIGIN, "0-8");

        Bury bury = assertUnreadable(record);

        assertEquals(Optional.of("note-1"), bury.id());
        assertEquals(Optional.of(new RawPlace(0, 8)), bury.raw());
        assertEquals("posts.enriched.v1-0@42: eventId is missing", bury.detail());
    }

    @Test
    void refusesAKeyThatIsNoIdOrNotThePosts() {
        String post = new String(GoldenSample.named(ENRICHED, "minimal").value().orElseThrow(), StandardCharsets.UTF_8);

        assertUnreadable(record(ENRICHED, "another", post));
        assertUnreadable(record(ENRICHED, null, post));
        assertUnreadable(record(ENRICHED, "a/b", post));
        assertUnreadable(record(LEDGER, "note-1", null));
        assertUnreadable(record(LEDGER, "note-1", "{}"));
    }

    private Bury assertUnreadable(ConsumerRecord<String, byte[]> record) {
        Bury bury = assertInstanceOf(Bury.class, reader.read(record));
        assertEquals(Bury.UNREADABLE, bury.reason());
        return bury;
    }

    static ConsumerRecord<String, byte[]> record(GoldenSample sample) {
        Headers headers = new RecordHeaders();
        sample.headers().forEach(header -> EventHeaders.add(headers, header.name(), header.value()));
        return record(sample.topic(), sample.key(), sample.value().orElse(null), headers);
    }

    private static ConsumerRecord<String, byte[]> record(String topic, String key, String value) {
        byte[] bytes = value == null ? null : value.getBytes(StandardCharsets.UTF_8);
        return record(topic, key, bytes, new RecordHeaders());
    }

    private static ConsumerRecord<String, byte[]> record(String topic, String key, byte[] value, Headers headers) {
        return new ConsumerRecord<>(
                topic,
                0,
                42,
                1_700_000_000_000L,
                TimestampType.CREATE_TIME,
                0,
                0,
                key,
                value,
                headers,
                Optional.empty());
    }
}
