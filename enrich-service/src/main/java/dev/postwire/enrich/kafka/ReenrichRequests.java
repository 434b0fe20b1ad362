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
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/** Follows the requests to enrich anew; the workers of this instance ask it for the one that holds. */
@Singleton
class ReenrichRequests {
    static final TopicPartition PARTITION = new TopicPartition(Topic.REENRICH.topicName(), 0);
    static final String KEY = "reenrich";

    private static final Logger LOGGER = Logger.getLogger(ReenrichRequests.class);
    private static final Duration POLL = Duration.ofSeconds(1);

    private final KafkaClients clients;
    private final TopicsAtStart topics;
    private final Loops loops;
    // Written by the loop's thread, read by the workers'; null for none.
    private volatile ReenrichRequest current;

    ReenrichRequests(KafkaClients clients, TopicsAtStart topics, Loops loops) {
        this.clients = clients;
        this.topics = topics;
        this.loops = loops;
    }

    void start(@Observes StartupEvent event) {
        loops.start("reenrich-requests", new Following());
    }

    Optional<ReenrichRequest> current() {
        return Optional.ofNullable(current);
    }

    private void take(ConsumerRecord<String, byte[]> record) {
        if (!KEY.equals(record.key())) return;
        try {
            current = record.value() == null ? null : ReenrichRequest.read(record.value());
            if (current == null) LOGGER.infof("re-enrichment ended by request");
            else LOGGER.infof("re-enrichment asked for run=%d rate=%d", current.run(), current.rate());
        } catch (IOException e) {
            // What is under way goes on: nobody can tell what else was meant.
            LOGGER.errorf("request to re-enrich cannot be read offset=%d", record.offset());
        }
    }

    private final class Following implements Work {
        // Written by the loop's thread; read by wakeup() from others.
        private volatile KafkaConsumer<String, byte[]> reader;

        @Override
        public void open() throws Exception {
            topics.await();
            reader = clients.sideReader();
            reader.assign(List.of(PARTITION));
            reader.seekToBeginning(List.of(PARTITION));
        }

        @Override
        public boolean step() {
            reader.poll(POLL).forEach(ReenrichRequests.this::take);
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
