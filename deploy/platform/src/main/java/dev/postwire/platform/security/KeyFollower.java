package dev.postwire.platform.security;

import dev.postwire.platform.kafka.KafkaClients;
import dev.postwire.platform.kafka.Loops;
import dev.postwire.platform.kafka.TopicsAtStart;
import dev.postwire.platform.kafka.Work;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;

/**
 * Keeps the ring of keys as the topic has it: a key that is issued or revoked counts on every instance as soon as the broker hands
 * the record out. While the broker is away the last keys count on, for the loop's patience at the longest; then liveness fails.
 */
@Singleton
final class KeyFollower {
    private static final Duration POLL = Duration.ofSeconds(1);

    private final KafkaClients clients;
    private final TopicsAtStart topics;
    private final KeyRing ring;
    private final Loops loops;

    KeyFollower(KafkaClients clients, TopicsAtStart topics, KeyRing ring, Loops loops) {
        this.clients = clients;
        this.topics = topics;
        this.ring = ring;
        this.loops = loops;
    }

    void start(@Observes StartupEvent event) {
        loops.start("keys", new Following());
    }

    private final class Following implements Work {
        private final Map<String, AccessKey> keys = new HashMap<>();
        // Written by the loop's thread; read by wakeup() from others.
        private volatile KafkaConsumer<String, byte[]> consumer;

        @Override
        public void open() throws Exception {
            topics.await();
            consumer = clients.reader();
            keys.clear();
            KeyTopic.readAll(consumer, keys);
            ring.replace(keys);
        }

        @Override
        public boolean step() {
            ConsumerRecords<String, byte[]> records = consumer.poll(POLL);
            for (ConsumerRecord<String, byte[]> record : records) KeyTopic.take(record, keys);
            if (!records.isEmpty()) ring.replace(keys);
            return true;
        }

        @Override
        public void wakeup() {
            KafkaConsumer<String, byte[]> open = consumer;
            if (open != null) open.wakeup();
        }

        @Override
        public void close() {
            KafkaConsumer<String, byte[]> open = consumer;
            consumer = null;
            if (open != null) open.close();
        }
    }
}
