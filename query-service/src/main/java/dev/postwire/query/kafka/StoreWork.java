package dev.postwire.query.kafka;

import dev.postwire.platform.kafka.Gathering;
import dev.postwire.platform.kafka.Topic;
import dev.postwire.platform.kafka.Work;
import dev.postwire.platform.trace.Tracing;
import dev.postwire.query.change.Change;
import dev.postwire.query.store.ChangeStore;
import dev.postwire.query.store.ChangeStore.Stored;
import dev.postwire.query.store.Partition;
import dev.postwire.query.store.Progress;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jboss.logging.Logger;

/**
 * Polls the topics and stores what comes together in one transaction with the offsets they lead to. The offsets in PostgreSQL are
 * the truth: reading begins there whenever partitions are assigned, so a record is stored once whatever becomes of this process, the
 * broker or the group. Kafka is told as well, for its own displays of lag. While one batch is stored the next is polled and read;
 * never more than that, and batches are stored in their order. One thread at a time, but for {@link #wakeup}.
 */
final class StoreWork implements Work {
    private static final Logger LOGGER = Logger.getLogger(StoreWork.class);
    private static final Duration POLL = Duration.ofMillis(500);
    /** From one transaction to the next where records come one by one, and so many of them that wait for no more. */
    private static final Duration REST = Duration.ofMillis(40);

    private static final int ENOUGH = 100;
    private static final List<String> TOPICS = Stream.of(Topic.ENRICHED, Topic.REJECTED, Topic.LEDGER)
            .map(Topic::topicName)
            .toList();

    private final Supplier<Consumer<String, byte[]>> consumers;
    private final Opening before;
    private final ChangeStore store;
    private final Meter meter;
    private final Tracing tracing;
    private final RecordReader reader = new RecordReader();
    private final Gathering<String, byte[]> gathering = new Gathering<>(REST, ENOUGH);
    /** Where each partition stands once the batch under way is stored. */
    private final Map<TopicPartition, Long> positions = new HashMap<>();

    private BatchUnderWay underWay = BatchUnderWay.none();
    private volatile Consumer<String, byte[]> consumer;

    /** What must be there first. Throws, and so is tried again, where it is not. */
    @FunctionalInterface
    interface Opening {
        void await() throws Exception;
    }

    StoreWork(
            Supplier<Consumer<String, byte[]>> consumers,
            Opening before,
            ChangeStore store,
            Meter meter,
            Tracing tracing) {
        this.consumers = consumers;
        this.before = before;
        this.store = store;
        this.meter = meter;
        this.tracing = tracing;
    }

    @Override
    public void open() throws Exception {
        before.await();
        consumer = consumers.get();
        consumer.subscribe(TOPICS, new Assignment());
    }

    @Override
    public boolean step() throws Exception {
        Optional<ConsumerRecords<String, byte[]>> records = gathering.poll(consumer, POLL);
        if (underWay.isDone()) settle();
        if (records.isEmpty()) startOver();
        else if (!records.get().isEmpty()) persist(records.get());
        meter.lag(consumer);
        return true;
    }

    /** What was polled may be of partitions that are another's by now: all are read again from what is stored or under way. */
    private void startOver() {
        consumer.assignment().forEach(partition -> consumer.seek(partition, positions.get(partition)));
    }

    private void persist(ConsumerRecords<String, byte[]> records) throws Exception {
        List<Change> changes = new ArrayList<>(records.count());
        for (ConsumerRecord<String, byte[]> record : records) changes.add(reader.read(record));
        settle();
        Map<TopicPartition, Long> next = next(records);
        List<Progress> progress = progress(next);
        List<Tracing.Step> steps = steps(records);
        positions.putAll(next);
        underWay = BatchUnderWay.start(next, () -> store(changes, progress, steps));
        gathering.rest();
    }

    /** On a thread of its own. */
    private void store(List<Change> changes, List<Progress> progress, List<Tracing.Step> steps) throws Exception {
        long started = System.nanoTime();
        Stored stored;
        try {
            stored = store.store(changes, progress);
        } finally {
            steps.forEach(Tracing.Step::end);
        }
        meter.stored(stored);
        LOGGER.debugf("batch stored records=%d millis=%d", changes.size(), (System.nanoTime() - started) / 1_000_000);
    }

    /** Returns once nothing is under way; throws what made it fail, upon which the loop begins anew where the table stands. */
    private void settle() throws Exception {
        BatchUnderWay settled = underWay;
        underWay = BatchUnderWay.none();
        settled.await();
        tellKafka(settled.next());
    }

    /** One for each document and each dead letter. */
    private List<Tracing.Step> steps(ConsumerRecords<String, byte[]> records) {
        List<Tracing.Step> steps = new ArrayList<>();
        for (Topic topic : List.of(Topic.ENRICHED, Topic.REJECTED)) {
            for (ConsumerRecord<String, byte[]> record : records.records(topic.topicName())) {
                steps.add(
                        tracing.receiving("store", record.headers()).say("postwire.id", String.valueOf(record.key())));
            }
        }
        return steps;
    }

    /** Past the markers of transactions too, so that a partition read to its end has no lag. */
    private static Map<TopicPartition, Long> next(ConsumerRecords<String, byte[]> records) {
        Map<TopicPartition, Long> next = new HashMap<>();
        records.nextOffsets().forEach((partition, offset) -> next.put(partition, offset.offset()));
        return next;
    }

    private List<Progress> progress(Map<TopicPartition, Long> next) {
        return next.entrySet().stream()
                .map(entry -> new Progress(partition(entry.getKey()), positions.get(entry.getKey()), entry.getValue()))
                .toList();
    }

    /** For displays of lag alone: nothing depends on it, so a failure is none. */
    private void tellKafka(Map<TopicPartition, Long> next) {
        if (next.isEmpty()) return;
        Map<TopicPartition, OffsetAndMetadata> offsets = next.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> new OffsetAndMetadata(entry.getValue())));
        consumer.commitAsync(offsets, (told, failure) -> {
            if (failure != null) LOGGER.debugf("kafka was not told the offsets cause=%s", failure.toString());
        });
    }

    @Override
    public void wakeup() {
        Consumer<String, byte[]> current = consumer;
        if (current != null) current.wakeup();
    }

    @Override
    public void close() {
        Consumer<String, byte[]> current = consumer;
        consumer = null;
        positions.clear();
        BatchUnderWay last = underWay;
        underWay = BatchUnderWay.none();
        try {
            last.await();
        } catch (InterruptedException e) {
            // Stored or not: the table knows.
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            // Rolled back: it is read again from where the table stands.
            LOGGER.warnf("batch was not stored while the loop closed cause=%s", e.toString());
        }
        if (current == null) return;
        try {
            current.close();
        } catch (WakeupException e) {
            LOGGER.debugf("consumer woken while it closed");
        } catch (KafkaException e) {
            LOGGER.warnf("consumer did not close in order cause=%s", e.toString());
        }
    }

    private static Partition partition(TopicPartition partition) {
        return new Partition(partition.topic(), partition.partition());
    }

    /** Called by the consumer within poll and close, on the loop's thread. */
    private final class Assignment implements ConsumerRebalanceListener {
        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> assigned) {
            if (assigned.isEmpty()) return;
            gathering.reassigned();
            // What is under way may move the very positions that are read here.
            settleWithin();
            try {
                Map<Partition, Long> from = store.positions(
                        assigned.stream().map(StoreWork::partition).collect(Collectors.toSet()));
                from.forEach((partition, offset) -> {
                    TopicPartition ours = new TopicPartition(partition.topic(), partition.number());
                    consumer.seek(ours, offset);
                    positions.put(ours, offset);
                });
                LOGGER.infof("partitions assigned partitions=%s", assigned);
            } catch (SQLException e) {
                // Ends the poll, and with it the step: the loop begins anew.
                throw new KafkaException("positions cannot be read", e);
            }
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> revoked) {
            if (revoked.isEmpty()) return;
            gathering.reassigned();
            settleWithin();
            positions.keySet().removeAll(revoked);
            LOGGER.infof("partitions revoked partitions=%s", revoked);
        }

        private void settleWithin() {
            try {
                underWay.await();
            } catch (Exception e) {
                throw new KafkaException("the batch under way was not stored", e);
            }
        }
    }
}
