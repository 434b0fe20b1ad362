package dev.postwire.enrich.kafka;

import dev.postwire.platform.kafka.KafkaClients;
import dev.postwire.platform.kafka.Loops;
import dev.postwire.platform.kafka.Topic;
import dev.postwire.platform.kafka.TopicsAtStart;
import dev.postwire.platform.kafka.Work;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/**
 * Follows the requests to enrich anew; the workers of this instance ask it for the one that holds. Says on the same topic which
 * partitions are passed, as every instance does: it may be said twice.
 */
@Singleton
class ReenrichRequests {
    static final TopicPartition PARTITION = new TopicPartition(Topic.REENRICH.topicName(), 0);

    private static final Logger LOGGER = Logger.getLogger(ReenrichRequests.class);
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(5);

    private final KafkaClients clients;
    private final TopicsAtStart topics;
    private final Loops loops;
    private final ReenrichState state = new ReenrichState();
    // Written by the loop's thread, read by the workers'.
    private volatile boolean upToDate;

    ReenrichRequests(KafkaClients clients, TopicsAtStart topics, Loops loops) {
        this.clients = clients;
        this.topics = topics;
        this.loops = loops;
    }

    void start(@Observes StartupEvent event) {
        loops.start("reenrich-requests", new Following());
    }

    /** None until the topic was read: what is said of a request stands behind it. */
    Optional<ReenrichRequest> current() {
        return upToDate ? state.underWay() : Optional.empty();
    }

    boolean hasPassed(long run, int partition) {
        return state.hasPassed(run, partition);
    }

    private void take(ConsumerRecord<String, byte[]> record) {
        try {
            state.take(record.key(), record.value());
            if (!ReenrichState.REQUEST.equals(record.key())) return;
            state.request()
                    .ifPresentOrElse(
                            asked -> LOGGER.infof("re-enrichment asked for run=%d rate=%d", asked.run(), asked.rate()),
                            () -> LOGGER.infof("re-enrichment ended by request"));
        } catch (IOException e) {
            // What is under way goes on: nobody can tell what else was meant.
            LOGGER.errorf("request to re-enrich cannot be read offset=%d", record.offset());
        }
    }

    private void tellWhatIsPassed(ReenrichRequest request) throws Exception {
        Set<TopicPartition> left = request.partitions().stream()
                .filter(partition -> !state.hasPassed(request.run(), partition))
                .map(partition -> new TopicPartition(Topic.RAW.topicName(), partition))
                .collect(Collectors.toSet());
        for (var position :
                SidePositions.committed(clients, Reenrichment.GROUP, left).entrySet()) {
            int partition = position.getKey().partition();
            boolean passed = position.getValue()
                    .filter(of -> of.metadata().equals(String.valueOf(request.run())))
                    .filter(of -> of.offset() >= request.ends().get(partition))
                    .isPresent();
            if (passed) ReenrichJob.tell(clients, new ReenrichState.Passed(request.run(), partition));
        }
    }

    private final class Following implements Work {
        // Written by the loop's thread; read by wakeup() from others.
        private volatile KafkaConsumer<String, byte[]> reader;
        private long end;
        private long looked;

        @Override
        public void open() throws Exception {
            topics.await();
            reader = clients.sideReader();
            reader.assign(List.of(PARTITION));
            reader.seekToBeginning(List.of(PARTITION));
            end = reader.endOffsets(List.of(PARTITION)).get(PARTITION);
            looked = System.nanoTime();
        }

        @Override
        public boolean step() throws Exception {
            reader.poll(POLL).forEach(ReenrichRequests.this::take);
            if (!upToDate && reader.position(PARTITION) >= end) upToDate = true;
            if (System.nanoTime() - looked > LOOK_EVERY.toNanos()) {
                Optional<ReenrichRequest> underWay = current();
                if (underWay.isPresent()) tellWhatIsPassed(underWay.get());
                looked = System.nanoTime();
            }
            return true;
        }

        @Override
        public void wakeup() {
            KafkaConsumer<String, byte[]> open = reader;
            if (open != null) open.wakeup();
        }

        @Override
        public void close() {
            KafkaConsumer<String, byte[]> open = reader;
            reader = null;
            if (open != null) open.close();
        }
    }
}
