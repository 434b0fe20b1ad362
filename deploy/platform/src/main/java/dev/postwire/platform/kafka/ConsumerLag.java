package dev.postwire.platform.kafka;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;

/**
 * How many records each partition holds that its group has not read, as a gauge. A lag that no owner has told for a while is no
 * number: the partition went to another instance, or the loop is dead. One for all consumers of a group in this instance.
 */
public final class ConsumerLag {
    private static final Duration TOLD_LATELY = Duration.ofSeconds(30);

    private final MeterRegistry metrics;
    private final String group;
    private final Map<TopicPartition, Told> told = new ConcurrentHashMap<>();

    public ConsumerLag(MeterRegistry metrics, String group) {
        this.metrics = metrics;
        this.group = group;
    }

    private static final class Told {
        private volatile long lag;
        private volatile long at;

        double now() {
            return System.nanoTime() - at > TOLD_LATELY.toNanos() ? Double.NaN : lag;
        }
    }

    /** On the thread that owns the consumer, after a poll. */
    public void tell(Consumer<?, ?> consumer) {
        for (TopicPartition partition : consumer.assignment()) {
            OptionalLong lag = consumer.currentLag(partition);
            if (lag.isEmpty()) continue;
            Told entry = told.computeIfAbsent(partition, this::gauge);
            entry.lag = lag.getAsLong();
            entry.at = System.nanoTime();
        }
    }

    private Told gauge(TopicPartition partition) {
        Told entry = new Told();
        Gauge.builder("postwire.consumer.lag", entry, Told::now)
                .description("Records of a partition that its group has not read yet")
                .tag("group", group)
                .tag("topic", partition.topic())
                .tag("partition", String.valueOf(partition.partition()))
                .register(metrics);
        return entry;
    }
}
