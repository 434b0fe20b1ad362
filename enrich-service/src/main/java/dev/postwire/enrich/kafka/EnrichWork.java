package dev.postwire.enrich.kafka;

import dev.postwire.enrich.kafka.model.ModelFollower;
import dev.postwire.platform.kafka.KafkaClients;
import dev.postwire.platform.kafka.Topic;
import dev.postwire.platform.kafka.TopicsAtStart;
import dev.postwire.platform.kafka.Work;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/**
 * One worker: takes raw records, writes what follows from them and the consumed offsets in one Kafka transaction. A worker that
 * lost its partitions cannot commit: the broker refuses offsets of an old generation. After any failure the clients and the
 * ledger's memory are made anew, so nothing of a failed transaction is remembered.
 */
final class EnrichWork implements Work {
    private static final Logger LOGGER = Logger.getLogger(EnrichWork.class);
    static final String GROUP = "postwire-enrich";

    private static final Duration POLL = Duration.ofSeconds(1);
    /** After so long a step takes no further record; well below the transaction's and the group's own time-outs. */
    private static final Duration STEP_TIME = Duration.ofSeconds(4);

    private static final long STEP_BYTES = 16L * 1024 * 1024;
    private static final Duration CLOSE = Duration.ofSeconds(5);

    private final String name;
    private final int batch;
    private final KafkaClients clients;
    private final TopicsAtStart topics;
    private final ModelFollower model;
    private final Accountant accountant;
    private final EnrichMetrics metrics;
    private final LedgerReader ledger;
    private final Map<Integer, LedgerMemory> memories = new HashMap<>();

    // Written by the loop's thread; read by wakeup() from others.
    private volatile KafkaConsumer<String, byte[]> consumer;
    private KafkaProducer<String, byte[]> producer;

    EnrichWork(String name, int batch, EnrichParts parts) {
        this.name = name;
        this.batch = batch;
        this.clients = parts.clients();
        this.topics = parts.topics();
        this.model = parts.model();
        this.accountant = parts.accountant();
        this.metrics = parts.metrics();
        this.ledger = new LedgerReader(clients);
    }

    /** What all workers of an instance share. */
    record EnrichParts(
            KafkaClients clients,
            TopicsAtStart topics,
            ModelFollower model,
            Accountant accountant,
            EnrichMetrics metrics) {}

    @Override
    public void open() throws Exception {
        memories.clear();
        topics.await();
        model.await();
        producer = clients.transactionalProducer("enrich-" + name);
        producer.initTransactions();
        consumer = clients.consumer(GROUP, name, batch);
        consumer.subscribe(List.of(Topic.RAW.topicName()), new ForgetsWhatItLoses());
    }

    @Override
    public boolean step() throws Exception {
        ConsumerRecords<String, byte[]> records = consumer.poll(POLL);
        if (records.isEmpty()) return true;
        for (TopicPartition partition : records.partitions()) {
            // Only now: a partition that delivers has a stable position, so no transaction of its last owner is still
            // to come.
            if (!memories.containsKey(partition.partition())) {
                memories.put(partition.partition(), ledger.read(partition.partition()));
            }
        }
        Taken taken = take(records);
        producer.beginTransaction();
        // A failed send fails the commit below, which is where it is seen.
        taken.output().forEach(producer::send);
        producer.sendOffsetsToTransaction(taken.offsets(), consumer.groupMetadata());
        producer.commitTransaction();
        taken.left().forEach(consumer::seek);
        metrics.committed(taken.results());
        return true;
    }

    /**
     * What one transaction is about.
     *
     * @param offsets after the last record taken, by partition
     * @param left where a partition goes on with records of this poll that were not taken
     */
    private record Taken(
            List<ProducerRecord<String, byte[]>> output,
            List<LedgerEntry.Result> results,
            Map<TopicPartition, OffsetAndMetadata> offsets,
            Map<TopicPartition, Long> left) {}

    /**
     * Accounts for as many of the records as fit one step's time and memory, and for one at the least: a row of posts that are slow
     * to read, or grow, then only makes transactions smaller. No transaction is open meanwhile, so none can time out over it.
     */
    private Taken take(ConsumerRecords<String, byte[]> records) {
        Taken taken = new Taken(new ArrayList<>(), new ArrayList<>(), new HashMap<>(), new HashMap<>());
        long deadline = System.nanoTime() + STEP_TIME.toNanos();
        long bytes = 0;
        for (TopicPartition partition : records.partitions()) {
            for (ConsumerRecord<String, byte[]> raw : records.records(partition)) {
                boolean full = System.nanoTime() - deadline > 0 || bytes > STEP_BYTES;
                if (full && !taken.results().isEmpty()) {
                    taken.left().put(partition, raw.offset());
                    break;
                }
                Accountant.Account account = accountant.account(raw, memories.get(raw.partition()));
                taken.output().addAll(account.records());
                taken.results().add(account.result());
                bytes += account.bytes();
                taken.offsets().put(partition, new OffsetAndMetadata(raw.offset() + 1));
            }
            // Past the gaps that compaction left behind the last record.
            if (!taken.left().containsKey(partition)) {
                taken.offsets().put(partition, records.nextOffsets().get(partition));
            }
        }
        return taken;
    }

    @Override
    public void wakeup() {
        KafkaConsumer<String, byte[]> current = consumer;
        if (current != null) current.wakeup();
    }

    @Override
    public void close() {
        // Without a commit the transaction is aborted by the next initTransactions or by its time-out.
        KafkaProducer<String, byte[]> closingProducer = producer;
        producer = null;
        if (closingProducer != null) quietly(() -> closingProducer.close(CLOSE));
        KafkaConsumer<String, byte[]> closing = consumer;
        consumer = null;
        if (closing != null) quietly(() -> closing.close(CloseOptions.timeout(CLOSE)));
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
            partitions.forEach(partition -> memories.remove(partition.partition()));
        }

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            // The ledger is read when the first record arrives.
        }
    }
}
