package dev.postwire.query.kafka;

import dev.postwire.platform.kafka.ConsumerLag;
import dev.postwire.platform.kafka.Topic;
import dev.postwire.query.change.Change;
import dev.postwire.query.change.Discard;
import dev.postwire.query.store.ChangeStore.Stored;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;

/**
 * Counts what was read and what became of it, after the commit: received = applied + discarded, for each topic. Tells how many
 * records wait on the topics, and how long posts took from their receipt to the row.
 */
final class Meter {
    private final MeterRegistry registry;
    private final ConsumerLag partitions;
    private final Timer endToEnd;
    private final Map<String, AtomicLong> lags = new HashMap<>();

    Meter(MeterRegistry registry) {
        this.registry = registry;
        this.partitions = new ConsumerLag(registry, Consumption.GROUP);
        this.endToEnd = Timer.builder("postwire.end.to.end")
                .description("From the receipt of a submission to its row in the database")
                .serviceLevelObjectives(
                        Duration.ofMillis(50),
                        Duration.ofMillis(100),
                        Duration.ofMillis(200),
                        Duration.ofMillis(500),
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(10),
                        Duration.ofMinutes(1))
                .register(registry);
        // All made beforehand, so that a rate over the first of a kind is not missing.
        for (Topic topic : List.of(Topic.ENRICHED, Topic.REJECTED, Topic.LEDGER)) {
            Tags tags = Tags.of("topic", topic.topicName());
            registry.counter("postwire.query.received", tags);
            registry.counter("postwire.query.applied", tags);
            for (Discard reason : Discard.values()) {
                registry.counter("postwire.query.discarded", tags.and("reason", reason.label()));
            }
            lags.put(
                    topic.topicName(),
                    registry.gauge("postwire.query.lag", Tags.of("topic", topic.topicName()), new AtomicLong()));
        }
    }

    void stored(Stored stored) {
        stored.outcomes().forEach((change, discarded) -> {
            count(change, discarded);
            if (discarded.isEmpty() && change instanceof Change.Publish publish) {
                Instant receivedAt = publish.post().post().from().receivedAt();
                // A clock that goes ahead makes no negative time.
                Duration took = Duration.between(receivedAt, stored.storedAt());
                endToEnd.record(took.isNegative() ? Duration.ZERO : took);
            }
        });
    }

    private void count(Change change, Optional<Discard> discarded) {
        Tags topic = Tags.of("topic", change.source().topic());
        registry.counter("postwire.query.received", topic).increment();
        if (discarded.isPresent()) {
            registry.counter(
                            "postwire.query.discarded",
                            topic.and("reason", discarded.get().label()))
                    .increment();
        } else {
            registry.counter("postwire.query.applied", topic).increment();
        }
    }

    /** On the thread that owns the consumer. */
    void lag(Consumer<?, ?> consumer) {
        partitions.tell(consumer);
        Map<String, Long> behind = new HashMap<>();
        for (TopicPartition partition : consumer.assignment()) {
            OptionalLong lag = consumer.currentLag(partition);
            if (lag.isPresent()) behind.merge(partition.topic(), lag.getAsLong(), Long::sum);
        }
        lags.forEach((topic, gauge) -> gauge.set(behind.getOrDefault(topic, 0L)));
    }
}
