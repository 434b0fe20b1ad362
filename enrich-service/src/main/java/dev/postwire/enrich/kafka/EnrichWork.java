package dev.postwire.enrich.kafka;

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
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.TopicPartition;

/**
 * One worker: takes raw records, writes what follows from them and the consumed offsets in one Kafka transaction. A worker that
 * lost its partitions cannot commit: the broker refuses offsets of an old generation. After any failure the clients and the
 * ledger's memory are made anew, so nothing of a failed transaction is remembered.
 */
final class EnrichWork implements Work {
    static final String GROUP = "postwire-enrich";

    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration CLOSE = Duration.ofSeconds(5);

    private final String name;
    private final int batch;
    private final KafkaClients clients;
    private final TopicsAtStart topics;
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
        this.accountant = parts.accountant();
        this.metrics = parts.metrics();
        this.ledger = new LedgerReader(clients);
    }

    /** What all workers of an instance share. */
    record EnrichParts(KafkaClients clients, TopicsAtStart topics, Accountant accountant, EnrichMetrics metrics) {}

    @Override
    public void open() throws Exception {
        memories.clear();
        topics.await();
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
        // Only what became of each is kept until the commit: the records themselves may be large.
        List<LedgerEntry.Result> results = new ArrayList<>(records.count());
        producer.beginTransaction();
        for (ConsumerRecord<String, byte[]> raw : records) {
            Accountant.Account account = accountant.account(raw, memories.get(raw.partition()));
            // A failed send fails the commit below, which is where it is seen.
            account.records().forEach(producer::send);
            results.add(account.result());
        }
        producer.sendOffsetsToTransaction(records.nextOffsets(), consumer.groupMetadata());
        producer.commitTransaction();
        metrics.committed(results);
        return true;
    }

    @Override
    public void wakeup() {
        KafkaConsumer<String, byte[]> current = consumer;
        if (current != null) current.wakeup();
    }

    @Override
    public void close() {
        // Without a commit the transaction is aborted by the next initTransactions or by its time-out.
        if (producer != null) producer.close(CLOSE);
        producer = null;
        KafkaConsumer<String, byte[]> closing = consumer;
        consumer = null;
        if (closing != null) closing.close(CloseOptions.timeout(CLOSE));
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
