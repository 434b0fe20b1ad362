package dev.postwire.enrich.kafka;

import dev.postwire.platform.kafka.EventHeaders;
import dev.postwire.platform.kafka.KafkaClients;
import dev.postwire.platform.kafka.Receipt;
import dev.postwire.platform.kafka.Topic;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;

/**
 * Reads dead letters by their place. Cheap where they are asked for in the order they stand in. Used by one thread; holds what one
 * small fetch brings.
 */
final class DeadLetters {
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);
    /** What lies further ahead is sought rather than read up to. */
    private static final long NEAR = 1_000;

    private final KafkaConsumer<String, byte[]> reader;
    private final Deque<ConsumerRecord<String, byte[]>> fetched = new ArrayDeque<>();
    private TopicPartition at;

    DeadLetters(KafkaClients clients) {
        reader = clients.sideReader();
    }

    /** Empty where it is gone: after its 30 days, or with an erasure. */
    Optional<ConsumerRecord<String, byte[]>> find(int partition, long offset) {
        if (!goTo(new TopicPartition(Topic.REJECTED.topicName(), partition), offset)) return Optional.empty();
        long deadline = System.nanoTime() + LONGEST_WAIT.toNanos();
        while (true) {
            while (!fetched.isEmpty() && fetched.peek().offset() < offset) fetched.poll();
            if (!fetched.isEmpty()) {
                return fetched.peek().offset() == offset ? Optional.of(fetched.poll()) : Optional.empty();
            }
            if (reader.position(at) > offset) return Optional.empty();
            reader.poll(POLL).forEach(fetched::add);
            // To wait for what was never written would be to wait for ever.
            if (fetched.isEmpty() && offset >= end(at)) return Optional.empty();
            if (System.nanoTime() - deadline > 0) {
                throw new TimeoutException("a dead letter cannot be read record=" + at + "@" + offset);
            }
        }
    }

    /** False where no record has that offset: to seek it would begin anew with the first. */
    private boolean goTo(TopicPartition partition, long offset) {
        if (partition.equals(at)) {
            boolean ahead = !fetched.isEmpty() && fetched.peek().offset() <= offset;
            long from = reader.position(at);
            if (ahead && offset < from || from <= offset && offset - from < NEAR) return true;
        } else {
            reader.assign(List.of(partition));
            at = partition;
        }
        fetched.clear();
        boolean there = reader.beginningOffsets(List.of(partition)).get(partition) <= offset && offset < end(partition);
        if (there) reader.seek(partition, offset);
        else reader.seekToEnd(List.of(partition));
        return there;
    }

    /** After the last record that is committed. */
    private long end(TopicPartition partition) {
        return reader.endOffsets(List.of(partition)).get(partition);
    }

    /** The raw record that a dead letter is of, with all that was said around it; empty where the letter does not say which. */
    static Optional<ConsumerRecord<String, byte[]>> raw(ConsumerRecord<String, byte[]> letter) {
        Optional<Receipt> origin =
                EventHeaders.find(letter.headers(), EventHeaders.ORIGIN).flatMap(Receipt::parse);
        if (origin.isEmpty() || letter.value() == null || letter.key() == null) return Optional.empty();
        Headers headers = new RecordHeaders();
        for (String name : Results.SAID) letter.headers().headers(name).forEach(headers::add);
        for (String name : List.of(EventHeaders.ID, EventHeaders.CONTENT_TYPE, EventHeaders.TRACE_PARENT)) {
            letter.headers().headers(name).forEach(headers::add);
        }
        EventHeaders.find(letter.headers(), EventHeaders.RECEIVED_AT)
                .ifPresent(at -> EventHeaders.add(headers, EventHeaders.TIME, at));
        return Optional.of(new ConsumerRecord<>(
                Topic.RAW.topicName(),
                origin.get().partition(),
                origin.get().offset(),
                letter.timestamp(),
                TimestampType.CREATE_TIME,
                ConsumerRecord.NULL_SIZE,
                letter.value().length,
                letter.key(),
                letter.value(),
                headers,
                Optional.empty()));
    }

    void wakeup() {
        reader.wakeup();
    }

    void close() {
        reader.close();
    }
}
