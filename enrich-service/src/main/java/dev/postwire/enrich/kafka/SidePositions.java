package dev.postwire.enrich.kafka;

import dev.postwire.platform.kafka.KafkaClients;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsOptions;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** How far side work has come: offsets of a group that has no members, committed by the owners of the partitions. */
final class SidePositions {
    private static final long CALL_SECONDS = 20;

    private SidePositions() {}

    /**
     * What is committed for certain; empty for a partition that was never read. One that an open transaction moves is missing: to be
     * asked for again, soon where the transaction is being committed, after its time-out where its owner was killed.
     */
    static Map<TopicPartition, Optional<OffsetAndMetadata>> committed(
            KafkaClients clients, String group, Collection<TopicPartition> partitions) throws Exception {
        if (partitions.isEmpty()) return Map.of();
        try (Admin admin = clients.admin()) {
            Map<TopicPartition, Optional<OffsetAndMetadata>> known = new HashMap<>();
            admin.listConsumerGroupOffsets(
                            Map.of(group, new ListConsumerGroupOffsetsSpec().topicPartitions(partitions)),
                            new ListConsumerGroupOffsetsOptions().requireStable(true))
                    .partitionsToOffsetAndMetadata(group)
                    .get(CALL_SECONDS, TimeUnit.SECONDS)
                    .forEach((partition, position) -> known.put(partition, Optional.ofNullable(position)));
            return known;
        }
    }

    static Collection<TopicPartition> partitions(String topic, Collection<Owned> owned) {
        return owned.stream()
                .map(one -> new TopicPartition(topic, one.partition()))
                .collect(Collectors.toSet());
    }
}
