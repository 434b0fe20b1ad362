package dev.postwire.enrich.kafka;

import dev.postwire.platform.kafka.Gathering;
import dev.postwire.platform.kafka.Topic;
import dev.postwire.platform.kafka.Work;
import dev.postwire.platform.trace.Tracing;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/**
 * One worker: takes raw records, writes what follows from them and the consumed offsets in one Kafka transaction. A worker that
 * lost its partitions cannot commit: the broker refuses offsets of an old generation. After any failure the clients and the
 * ledger's memory are made anew, so nothing of a failed transaction is remembered. Redrives and re-enrichment are done beside, by
 * the same worker in the same transactions: each partition of each topic has one writer.
 */
final class EnrichWork implements Work {
    private static final Logger LOGGER = Logger.getLogger(EnrichWork.class);
    static final String GROUP = "postwire-enrich";

    private static final Duration POLL = Duration.ofSeconds(1);
    /** Where side work goes on: long enough to be no burden, short enough to keep a rate. */
    private static final Duration BRIEF_POLL = Duration.ofMillis(50);
    /** From one transaction to the next where posts come one by one: a reader waits half of it for his own, on average. */
    private static final Duration REST = Duration.ofMillis(40);
    /** So many small posts are some times dearer than their transaction. */
    private static final int ENOUGH = 32;
    /** After so long a step takes no further record; well below the transaction's and the group's own time-outs. */
    private static final Duration STEP_TIME = Duration.ofSeconds(4);

    private static final long STEP_BYTES = 16L * 1024 * 1024;
    private static final Duration CLOSE = Duration.ofSeconds(5);

    private final String name;
    private final int batch;
    private final EnrichParts parts;
    private final Accountant accountant;
    private final EnrichMetrics metrics;
    private final Tracing tracing;
    private final LedgerReader ledger;
    private final Map<Integer, Owned> owned = new HashMap<>();
    private final Gathering<String, byte[]> gathering = new Gathering<>(REST, ENOUGH);
    private boolean expectsMore;
    private boolean toldRepeated;

    // Written by the loop's thread; read by wakeup() from others.
    private volatile KafkaConsumer<String, byte[]> consumer;
    private volatile List<SideWork> sideWork = List.of();
    private KafkaProducer<String, byte[]> producer;

    EnrichWork(String name, int batch, EnrichParts parts) {
        this.name = name;
        this.batch = batch;
        this.parts = parts;
        this.accountant = parts.accountant();
        this.metrics = parts.metrics();
        this.tracing = parts.tracing();
        this.ledger = new LedgerReader(parts.clients());
    }

    @Override
    public void open() throws Exception {
        owned.clear();
        expectsMore = false;
        toldRepeated = false;
        parts.topics().await();
        parts.model().await();
        producer = parts.clients().transactionalProducer("enrich-" + name);
        producer.initTransactions();
        consumer = parts.clients().consumer(GROUP, name, batch);
        consumer.subscribe(List.of(Topic.RAW.topicName()), new ForgetsWhatItLoses());
        sideWork = parts.sideWork();
    }

    @Override
    public boolean step() throws Exception {
        Optional<ConsumerRecords<String, byte[]>> records = gathering.poll(consumer, expectsMore ? BRIEF_POLL : POLL);
        if (records.isEmpty()) {
            startOver();
            return true;
        }
        metrics.lag(consumer);
        Batch batch = new Batch();
        Map<TopicPartition, Long> left = take(records.get(), batch);
        expectsMore = false;
        for (SideWork work : sideWork) expectsMore |= work.take(batch, settled());
        if (batch.isEmpty()) return true;
        fence(batch, left);
        try {
            commit(batch);
        } catch (CommitFailedException e) {
            LOGGER.infof("the group has changed, starts over from what is committed worker=%s", name);
            producer.abortTransaction();
            startOver();
            return true;
        }
        gathering.rest();
        left.forEach(consumer::seek);
        batch.committed();
        metrics.routed(batch.records());
        return true;
    }

    private void commit(Batch batch) {
        producer.beginTransaction();
        // A failed send fails the commit below, which is where it is seen.
        batch.records().forEach(producer::send);
        for (var group : batch.positions().entrySet()) {
            boolean ours = group.getKey().equals(GROUP);
            producer.sendOffsetsToTransaction(
                    group.getValue(), ours ? consumer.groupMetadata() : new ConsumerGroupMetadata(group.getKey()));
        }
        producer.commitTransaction();
    }

    /**
     * Forgets what came of records whose transaction the broker refused, or whose partition may be another's. The consumer stays in the group: to leave it and come back
     * would have the others wait for two rebalances more.
     */
    private void startOver() {
        Set<TopicPartition> assigned = consumer.assignment();
        owned.clear();
        own(assigned);
        consumer.committed(assigned).forEach((partition, position) -> {
            if (position == null) consumer.seekToBeginning(List.of(partition));
            else consumer.seek(partition, position.offset());
        });
        sideWork.forEach(work -> quietly(work::close));
        sideWork = parts.sideWork();
    }

    private void own(Collection<TopicPartition> partitions) {
        for (TopicPartition partition : partitions) {
            owned.put(partition.partition(), new Owned(partition.partition(), ledger));
        }
    }

    /**
     * Accounts for as many of the records as fit one step's time and memory, and for one at the least: a row of posts that are slow
     * to read, or grow, then only makes transactions smaller. No transaction is open meanwhile, so none can time out over it.
     *
     * @return where partitions go on whose records were not all taken
     */
    private Map<TopicPartition, Long> take(ConsumerRecords<String, byte[]> records, Batch batch) throws Exception {
        Map<TopicPartition, Long> left = new HashMap<>();
        List<LedgerEntry.Result> results = new ArrayList<>();
        int repeated = 0;
        batch.allow(STEP_TIME, STEP_BYTES);
        for (TopicPartition partition : records.partitions()) {
            // Only now: a partition that delivers has a stable position.
            LedgerMemory memory = owned.get(partition.partition()).ledger();
            for (ConsumerRecord<String, byte[]> raw : records.records(partition)) {
                if (batch.full()) {
                    left.put(partition, raw.offset());
                    break;
                }
                if (memory.isAccounted(raw.offset(), Instant.ofEpochMilli(raw.timestamp()))) {
                    if (repeated++ == 0) tellRepeated(raw);
                    batch.add(List.of());
                    batch.move(GROUP, partition, new OffsetAndMetadata(raw.offset() + 1));
                    continue;
                }
                Tracing.Step step = tracing.receiving("enrich", raw.headers()).say("postwire.id", raw.key());
                Accountant.Account account = accountant.account(raw, memory);
                step.say("postwire.outcome", account.result().name()).end();
                batch.add(account);
                results.add(account.result());
                batch.move(GROUP, partition, new OffsetAndMetadata(raw.offset() + 1));
            }
            // Past the gaps that compaction left behind the last record.
            if (!left.containsKey(partition)) {
                batch.move(GROUP, partition, records.nextOffsets().get(partition));
            }
        }
        int again = repeated;
        batch.afterCommit(() -> metrics.committed(results));
        batch.afterCommit(() -> metrics.repeated(again));
        return left;
    }

    /** Once for each time that this worker begins: there may be millions. */
    private void tellRepeated(ConsumerRecord<String, byte[]> raw) {
        if (toldRepeated) return;
        toldRepeated = true;
        LOGGER.warnf(
                "raw records come again that are accounted for, nothing follows from them worker=%s record=%d-%d",
                name, raw.partition(), raw.offset());
    }

    /** The partitions in which no transaction of the last owner is still to come: those whose position is known. */
    private List<Owned> settled() {
        return consumer.assignment().stream()
                .filter(partition -> consumer.currentLag(partition).isPresent())
                .map(partition -> owned.get(partition.partition()))
                .toList();
    }

    /** Where only side work was done, the position in the live records goes along: the broker refuses it of who lost the partition. */
    private void fence(Batch batch, Map<TopicPartition, Long> left) {
        Map<TopicPartition, OffsetAndMetadata> live = batch.positions().getOrDefault(GROUP, Map.of());
        for (int number : batch.partitions()) {
            TopicPartition partition = new TopicPartition(Topic.RAW.topicName(), number);
            if (live.containsKey(partition)) continue;
            long position = left.containsKey(partition) ? left.get(partition) : consumer.position(partition);
            batch.move(GROUP, partition, new OffsetAndMetadata(position));
        }
    }

    @Override
    public void wakeup() {
        KafkaConsumer<String, byte[]> current = consumer;
        if (current != null) current.wakeup();
        sideWork.forEach(SideWork::wakeup);
    }

    @Override
    public void close() {
        // Without a commit the transaction is aborted by the next initTransactions or by its time-out.
        KafkaProducer<String, byte[]> closingProducer = producer;
        producer = null;
        if (closingProducer != null) quietly(() -> closingProducer.close(CLOSE));
        KafkaConsumer<String, byte[]> closing = consumer;
        consumer = null;
        // Also where the instance has a lasting name: others take its partitions at once, rather than wait for it to
        // come
        // back. The name still lets one that was killed come back to them without a wait.
        if (closing != null) {
            quietly(() -> closing.close(CloseOptions.timeout(CLOSE)
                    .withGroupMembershipOperation(CloseOptions.GroupMembershipOperation.LEAVE_GROUP)));
        }
        List<SideWork> ended = sideWork;
        sideWork = List.of();
        ended.forEach(work -> quietly(work::close));
    }

    /** A client that cannot close in order, as after an interrupt, must not keep the next one from closing. */
    private static void quietly(Runnable close) {
        try {
            close.run();
        } catch (KafkaException e) {
            LOGGER.warnf("client did not close in order cause=%s", e);
        }
    }

    private final class ForgetsWhatItLoses implements ConsumerRebalanceListener {
        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            if (!partitions.isEmpty()) gathering.reassigned();
            partitions.forEach(partition -> owned.remove(partition.partition()));
        }

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            if (!partitions.isEmpty()) gathering.reassigned();
            own(partitions);
        }
    }
}
