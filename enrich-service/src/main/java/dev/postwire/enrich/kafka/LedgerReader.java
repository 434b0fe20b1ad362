package dev.postwire.enrich.kafka;

import com.fasterxml.jackson.databind.ObjectReader;
import dev.postwire.platform.kafka.KafkaClients;
import dev.postwire.platform.kafka.Topic;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.jboss.logging.Logger;

/**
 * Reads a partition of the ledger back into memory when a worker takes the partition over. Waits until no transaction is open on
 * it: what the last owner committed may become visible a moment after its offsets did, and what a killed owner left open is ended
 * by the broker after the transaction time-out.
 */
final class LedgerReader {
    private static final Logger LOGGER = Logger.getLogger(LedgerReader.class);
    private static final ObjectReader JSON = Json.MAPPER.readerFor(LedgerEntry.class);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final long CALL_SECONDS = 10;
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(40);

    private final KafkaClients clients;

    LedgerReader(KafkaClients clients) {
        this.clients = clients;
    }

    LedgerMemory read(int partition) throws Exception {
        TopicPartition ledger = new TopicPartition(Topic.LEDGER.topicName(), partition);
        long start = System.nanoTime();
        LedgerMemory memory = new LedgerMemory();
        try (Admin admin = clients.admin();
                KafkaConsumer<String, byte[]> reader = clients.reader()) {
            long end = end(admin, ledger);
            reader.assign(List.of(ledger));
            reader.seekToBeginning(List.of(ledger));
            while (reader.position(ledger) < end) {
                for (ConsumerRecord<String, byte[]> entry : reader.poll(POLL)) remember(memory, entry);
                if (System.nanoTime() - start > LONGEST_WAIT.toNanos() && reader.position(ledger) < end) {
                    throw new TimeoutException("a transaction on the ledger stays open partition=" + partition);
                }
            }
        }
        LOGGER.infof(
                "ledger read partition=%d posts=%d keys=%d millis=%d",
                partition,
                memory.size(),
                memory.keys().size(),
                TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
        return memory;
    }

    /** The end of all that is written, open transactions included: a reader of the committed reaches it when they have ended. */
    private static long end(Admin admin, TopicPartition ledger) throws Exception {
        return admin.listOffsets(Map.of(ledger, OffsetSpec.latest()))
                .partitionResult(ledger)
                .get(CALL_SECONDS, TimeUnit.SECONDS)
                .offset();
    }

    private static void remember(LedgerMemory memory, ConsumerRecord<String, byte[]> entry) throws IOException {
        if (entry.value() == null) return;
        memory.remember(entry.key(), JSON.readValue(entry.value()), Instant.ofEpochMilli(entry.timestamp()));
    }
}
