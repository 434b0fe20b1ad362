package dev.postwire.enrich.kafka;

import dev.postwire.enrich.post.Reason;
import dev.postwire.platform.kafka.EventHeaders;
import dev.postwire.platform.kafka.KafkaClients;
import dev.postwire.platform.kafka.Receipt;
import dev.postwire.platform.kafka.Topic;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;

/**
 * Asks the enrich service to put dead letters through again, and says what came of it. May be killed at any time and run again, or
 * run twice at once: a request that is asked for twice is carried out once.
 */
final class RedriveJob {
    static final String TYPE = "dev.postwire.redrive.requested.v1";
    private static final String SOURCE = "/postwire/redrive";
    private static final Duration LOOK_EVERY = Duration.ofMillis(300);
    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(60);
    private static final long BUFFER_BYTES = 8L * 1024 * 1024;
    private static final int SEND_MILLIS = 30_000;

    private final KafkaClients clients;
    private final CommittedRecords records;
    private final Progress progress;

    /** Hears how many of the requests are carried out. */
    interface Progress {
        void tell(long done, long all);
    }

    RedriveJob(KafkaClients clients, Progress progress) {
        this.clients = clients;
        this.records = new CommittedRecords(clients);
        this.progress = progress;
    }

    /** A dead letter, by where it stands: nothing of the post. */
    record Letter(String postId, Receipt origin, long offset, int attempt, String reason) {}

    /**
     * What came of it.
     *
     * @param asked letters that were asked for
     * @param hopeless left out, for trying again cannot change their reason
     * @param again rejected again
     */
    record Done(int asked, int hopeless, int published, int again) {
        /** Replaced or erased since, or put through before. */
        int leftAlone() {
            return asked - published - again;
        }
    }

    /** The last attempt of each submission that was rejected, and that is to be redriven. */
    List<Letter> letters(Predicate<Letter> wanted) {
        Map<Receipt, Letter> last = new LinkedHashMap<>();
        records.read(Topic.REJECTED, Map.of(), record -> letter(record)
                .ifPresent(letter ->
                        last.merge(letter.origin(), letter, (one, two) -> one.attempt() > two.attempt() ? one : two)));
        return last.values().stream().filter(wanted).toList();
    }

    private static Optional<Letter> letter(ConsumerRecord<String, byte[]> record) {
        Headers headers = record.headers();
        Optional<Receipt> origin =
                EventHeaders.find(headers, EventHeaders.ORIGIN).flatMap(Receipt::parse);
        Optional<Integer> attempt = EventHeaders.find(headers, EventHeaders.ATTEMPT)
                .filter(text -> text.matches("[1-9][0-9]{0,8}"))
                .map(Integer::valueOf);
        Optional<String> reason = EventHeaders.find(headers, EventHeaders.REASON);
        // What breaks the contract, which only a fault of ours can write, names nothing that could be put through.
        if (record.key() == null || origin.isEmpty() || attempt.isEmpty() || reason.isEmpty()) return Optional.empty();
        return Optional.of(new Letter(record.key(), origin.get(), record.offset(), attempt.get(), reason.get()));
    }

    /** Asks for those letters and waits until each request is carried out. */
    Done run(Collection<Letter> letters) throws Exception {
        List<Letter> asked = letters.stream()
                .filter(letter -> !letter.reason().equals(Reason.IDEMPOTENCY_KEY_REUSED.code()))
                .toList();
        Map<Integer, Long> before = records.ends(Topic.LEDGER);
        await(ask(asked), asked.size());
        return count(asked, letters.size() - asked.size(), before);
    }

    /** Returns the place after the last request of each partition. */
    private Map<TopicPartition, Long> ask(List<Letter> letters) throws Exception {
        Map<TopicPartition, Long> ends = new HashMap<>();
        try (KafkaProducer<String, byte[]> producer = clients.producer(BUFFER_BYTES, SEND_MILLIS, SEND_MILLIS)) {
            List<Future<RecordMetadata>> sent = new ArrayList<>();
            for (Letter letter : letters) sent.add(producer.send(request(letter)));
            producer.flush();
            for (Future<RecordMetadata> one : sent) {
                RecordMetadata place = acknowledged(one);
                ends.merge(new TopicPartition(place.topic(), place.partition()), place.offset() + 1, Math::max);
            }
        }
        return ends;
    }

    private static RecordMetadata acknowledged(Future<RecordMetadata> sent) throws Exception {
        try {
            return sent.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof KafkaException cause ? cause : e;
        }
    }

    private static ProducerRecord<String, byte[]> request(Letter letter) {
        Headers headers =
                EventHeaders.cloudEvent(UUID.randomUUID().toString(), TYPE, SOURCE, letter.postId(), Instant.now());
        EventHeaders.add(headers, EventHeaders.CONTENT_TYPE, "application/json");
        byte[] value =
                Json.bytes(new RedriveRequest(letter.offset(), letter.origin().offset(), letter.attempt()));
        return new ProducerRecord<>(
                Topic.REDRIVE.topicName(), letter.origin().partition(), letter.postId(), value, headers);
    }

    private void await(Map<TopicPartition, Long> ends, int all) throws Exception {
        long left = Long.MAX_VALUE;
        long moved = System.nanoTime();
        while (true) {
            Map<TopicPartition, Optional<OffsetAndMetadata>> done =
                    SidePositions.committed(clients, Redrives.GROUP, ends.keySet());
            long now = 0;
            for (var end : ends.entrySet()) {
                long position = done.getOrDefault(end.getKey(), Optional.empty())
                        .map(OffsetAndMetadata::offset)
                        .orElse(0L);
                now += Math.max(0, end.getValue() - position);
            }
            if (now < left) moved = System.nanoTime();
            left = now;
            progress.tell(Math.max(0, all - left), all);
            if (left == 0) return;
            if (System.nanoTime() - moved > LONGEST_SILENCE.toNanos()) {
                throw new IOException("enrich takes none of the " + left + " requests; they wait on "
                        + Topic.REDRIVE.topicName() + " for 7 days");
            }
            Thread.sleep(LOOK_EVERY.toMillis());
        }
    }

    private Done count(List<Letter> asked, int hopeless, Map<Integer, Long> before) {
        Set<Receipt> origins = Set.copyOf(asked.stream().map(Letter::origin).toList());
        Map<Receipt, LedgerEntry.Result> results = new HashMap<>();
        records.read(Topic.LEDGER, before, record -> {
            if (record.value() == null) return;
            try {
                LedgerEntry entry = Json.MAPPER.readValue(record.value(), LedgerEntry.class);
                Receipt origin = new Receipt(entry.partition(), entry.offset());
                if (entry.attempt() != null && origins.contains(origin)) results.put(origin, entry.outcome());
            } catch (IOException e) {
                throw new IllegalStateException("an entry of the ledger is not what its schema says", e);
            }
        });
        int again = (int) results.values().stream()
                .filter(LedgerEntry.Result.REJECTED::equals)
                .count();
        return new Done(asked.size(), hopeless, results.size() - again, again);
    }
}
