package dev.postwire.platform.kafka;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** What an operator may set of the bus. Addresses and security are Kafka's own {@code kafka.*} keys. */
@ConfigMapping(prefix = "postwire.kafka")
public interface KafkaConfig {
    /** Partitions of each topic, when we create it: the upper bound of workers that can share the work. */
    @WithDefault("6")
    int partitions();

    /** Replicas of each topic, when we create it; at 3 or more, two must be in sync for an acknowledgement. */
    @WithDefault("1")
    short replication();

    /** How long a loop retries a broken world (broker or database away) before it fails and liveness says so. */
    @WithDefault("2M")
    Duration patience();

    /**
     * This instance's lasting name, unique among the instances of a service: with it a restart takes its partitions back without
     * a rebalance, and fences what a killed predecessor left open. Absent: a new name each start, which is always safe.
     */
    Optional<String> instance();
}
