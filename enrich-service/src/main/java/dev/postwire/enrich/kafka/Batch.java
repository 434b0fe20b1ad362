package dev.postwire.enrich.kafka;

import dev.postwire.enrich.kafka.Accountant.Account;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * What one transaction is to write: records, and how far each group has come. Who fills it does so within a share of time and
 * memory; whatever the share, it takes one record at the least, so that every record's turn comes. Used by one thread.
 */
final class Batch {
    private final List<ProducerRecord<String, byte[]>> records = new ArrayList<>();
    private final Map<String, Map<TopicPartition, OffsetAndMetadata>> positions = new HashMap<>();
    private final Set<Integer> partitions = new HashSet<>();
    private final List<Runnable> afterCommit = new ArrayList<>();
    private long deadline;
    private long bytesLeft;
    private int taken;

    /** Begins a share. */
    void allow(Duration time, long bytes) {
        deadline = System.nanoTime() + time.toNanos();
        bytesLeft = bytes;
        taken = 0;
    }

    /** Whether the share is used up. */
    boolean full() {
        return taken > 0 && (bytesLeft <= 0 || System.nanoTime() - deadline > 0);
    }

    /** What follows from a record of the share, which may be nothing. */
    void add(List<ProducerRecord<String, byte[]>> more) {
        taken++;
        for (ProducerRecord<String, byte[]> record : more) {
            records.add(record);
            bytesLeft -= record.value() == null ? 0 : record.value().length;
        }
    }

    void add(Account account) {
        add(account.records());
    }

    /** The group has read the partition up to there; the metadata stand beside the offset. */
    void move(String group, TopicPartition partition, OffsetAndMetadata to) {
        positions.computeIfAbsent(group, name -> new HashMap<>()).put(partition, to);
        partitions.add(partition.partition());
    }

    /** Counting, for instance: what is only true once all this is committed. */
    void afterCommit(Runnable action) {
        afterCommit.add(action);
    }

    void committed() {
        afterCommit.forEach(Runnable::run);
    }

    boolean isEmpty() {
        return positions.isEmpty();
    }

    List<ProducerRecord<String, byte[]>> records() {
        return records;
    }

    /** By group. */
    Map<String, Map<TopicPartition, OffsetAndMetadata>> positions() {
        return positions;
    }

    /** The numbers of the partitions whose records are in it. */
    Set<Integer> partitions() {
        return partitions;
    }
}
