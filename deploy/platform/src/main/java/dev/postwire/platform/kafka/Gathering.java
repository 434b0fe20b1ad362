package dev.postwire.platform.kafka;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * Takes what trickles in together, as if one poll had given it: a transaction costs several times what a small post does. The while
 * is counted from the last transaction, so a record that comes alone does not wait. Used by the consumer's thread.
 */
public final class Gathering<K, V> {
    /** From here on a transaction is worth its cost; few of the largest posts, so memory stays as one poll's. */
    private static final long ENOUGH_BYTES = 1024 * 1024;

    private final long restNanos;
    private final int enough;
    private long rested = System.nanoTime();
    private boolean reassigned;

    /**
     * @param rest from one transaction to the next, where little comes
     * @param enough so many records wait for no more
     */
    public Gathering(Duration rest, int enough) {
        this.restNanos = rest.toNanos();
        this.enough = enough;
        rested -= restNanos;
    }

    /**
     * Polls, and once something came goes on until the rest is over or there is enough.
     *
     * @param timeout how long to wait for the first
     * @return empty where partitions came or went between two of the polls: nothing says whose the records are by now, so the
     *     caller begins again where each partition stands
     */
    public Optional<ConsumerRecords<K, V>> poll(Consumer<K, V> consumer, Duration timeout) {
        ConsumerRecords<K, V> first = consumer.poll(timeout);
        if (first.isEmpty()) return Optional.of(first);
        reassigned = false;
        List<ConsumerRecords<K, V>> polls = new ArrayList<>(List.of(first));
        while (left() > 0 && !isEnough(polls)) {
            polls.add(consumer.poll(Duration.ofMillis(1 + TimeUnit.NANOSECONDS.toMillis(left()))));
            if (reassigned) return Optional.empty();
        }
        return Optional.of(polls.size() == 1 ? first : together(polls));
    }

    /** A transaction has been made: the rest begins. */
    public void rest() {
        rested = System.nanoTime();
    }

    /** To be called by the consumer's rebalance listener whenever partitions come or go. */
    public void reassigned() {
        reassigned = true;
    }

    private long left() {
        return restNanos - (System.nanoTime() - rested);
    }

    private boolean isEnough(List<ConsumerRecords<K, V>> polls) {
        int count = 0;
        long bytes = 0;
        for (ConsumerRecords<K, V> poll : polls) {
            count += poll.count();
            for (ConsumerRecord<K, V> record : poll) bytes += Math.max(0, record.serializedValueSize());
        }
        return count >= enough || bytes >= ENOUGH_BYTES;
    }

    private static <K, V> ConsumerRecords<K, V> together(List<ConsumerRecords<K, V>> polls) {
        Map<TopicPartition, List<ConsumerRecord<K, V>>> records = new HashMap<>();
        Map<TopicPartition, OffsetAndMetadata> next = new HashMap<>();
        for (ConsumerRecords<K, V> poll : polls) {
            for (TopicPartition partition : poll.partitions()) {
                records.computeIfAbsent(partition, any -> new ArrayList<>()).addAll(poll.records(partition));
            }
            next.putAll(poll.nextOffsets());
        }
        return new ConsumerRecords<>(records, next);
    }
}
