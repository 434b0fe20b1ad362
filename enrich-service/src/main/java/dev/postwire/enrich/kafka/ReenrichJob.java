package dev.postwire.enrich.kafka;

import dev.postwire.enrich.Enricher;
import dev.postwire.platform.kafka.EventHeaders;
import dev.postwire.platform.kafka.KafkaClients;
import dev.postwire.platform.kafka.Topic;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;

/** Asks the enrich service to enrich anew what the raw topic holds, ends that, and tells how far it is. The service does the work. */
final class ReenrichJob {
    static final String REQUESTED = "dev.postwire.reenrichment.requested.v1";
    static final String PASSED = "dev.postwire.reenrichment.passed.v1";
    static final String ENDED = "dev.postwire.reenrichment.ended.v1";
    private static final String SOURCE = "/postwire/reenrich";
    private static final long BUFFER_BYTES = 1024 * 1024;
    private static final int SEND_MILLIS = 30_000;

    private final KafkaClients clients;
    private final CommittedRecords records;

    ReenrichJob(KafkaClients clients) {
        this.clients = clients;
        this.records = new CommittedRecords(clients);
    }

    /**
     * How far a run is, in raw offsets, of which compaction has left fewer records.
     *
     * @param passed of {@code all}
     */
    record HowFar(long passed, long all) {
        boolean done() {
            return passed >= all;
        }
    }

    /** A later request takes the place of an earlier one. */
    ReenrichRequest start(int rate, boolean all) throws Exception {
        ReenrichRequest request =
                new ReenrichRequest(Instant.now().toEpochMilli(), rate, all, Enricher.VERSION, records.ends(Topic.RAW));
        send(clients, REQUESTED, ReenrichState.REQUEST, Json.bytes(request));
        return request;
    }

    void stop() throws Exception {
        send(clients, ENDED, ReenrichState.REQUEST, null);
    }

    /** For whoever saw it: a run is known to have passed a partition when its position is no longer kept. */
    static void tell(KafkaClients clients, ReenrichState.Passed passed) throws Exception {
        send(clients, PASSED, passed.key(), Json.bytes(passed));
    }

    private static void send(KafkaClients clients, String type, String key, byte[] value) throws Exception {
        Headers headers = EventHeaders.cloudEvent(UUID.randomUUID().toString(), type, SOURCE, key, Instant.now());
        if (value != null) EventHeaders.add(headers, EventHeaders.CONTENT_TYPE, "application/json");
        try (KafkaProducer<String, byte[]> producer = clients.producer(BUFFER_BYTES, SEND_MILLIS, SEND_MILLIS)) {
            producer.send(new ProducerRecord<>(
                            ReenrichRequests.PARTITION.topic(),
                            ReenrichRequests.PARTITION.partition(),
                            key,
                            value,
                            headers))
                    .get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof KafkaException cause ? cause : e;
        }
    }

    /** The request that holds, done or not; none where there was none, or it was ended. */
    Optional<ReenrichRequest> current() {
        return state().request();
    }

    private ReenrichState state() {
        ReenrichState state = new ReenrichState();
        records.read(Topic.REENRICH, Map.of(), record -> {
            try {
                state.take(record.key(), record.value());
            } catch (IOException e) {
                throw new IllegalStateException("a request is not what its schema says offset=" + record.offset(), e);
            }
        });
        return state;
    }

    HowFar howFar(ReenrichRequest request) throws Exception {
        Map<TopicPartition, Long> ends = request.ends().entrySet().stream()
                .collect(Collectors.toMap(
                        end -> new TopicPartition(Topic.RAW.topicName(), end.getKey()), Map.Entry::getValue));
        Map<TopicPartition, Optional<OffsetAndMetadata>> positions =
                SidePositions.committed(clients, Reenrichment.GROUP, ends.keySet());
        String run = String.valueOf(request.run());
        ReenrichState state = state();
        long passed = 0;
        for (var position : positions.entrySet()) {
            if (state.hasPassed(request.run(), position.getKey().partition())) {
                passed += ends.get(position.getKey());
                continue;
            }
            passed += position.getValue()
                    .filter(of -> of.metadata().equals(run))
                    .map(of -> Math.min(of.offset(), ends.get(position.getKey())))
                    .orElse(0L);
        }
        return new HowFar(
                passed, ends.values().stream().mapToLong(Long::longValue).sum());
    }

    /** @param told after each look, until it is done or another request holds */
    boolean await(ReenrichRequest request, Duration every, java.util.function.Consumer<HowFar> told) throws Exception {
        while (true) {
            HowFar far = howFar(request);
            told.accept(far);
            if (far.done()) return true;
            if (current().filter(holds -> holds.run() == request.run()).isEmpty()) return false;
            Thread.sleep(every.toMillis());
        }
    }
}
