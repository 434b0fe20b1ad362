package dev.postwire.enrich.kafka;

import dev.postwire.platform.kafka.KafkaClients;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
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

    /** What is committed for certain: waits while a transaction that moves it is open. Partitions never read are missing. */
    static Map<TopicPartition, OffsetAndMetadata> committed(
            KafkaClients clients, String group, Collection<TopicPartition> partitions) throws Exception {
        try (Admin admin = clients.admin()) {
            Map<TopicPartition, OffsetAndMetadata> answer = admin.listConsumerGroupOffsets(
                            Map.of(group, new ListConsumerGroupOffsetsSpec().topicPartitions(partitions)),
                            new ListConsumerGroupOffsetsOptions().requireStable(true))
                    .partitionsToOffsetAndMetadata(group)
                    .get(CALL_SECONDS, TimeUnit.SECONDS);
            Map<TopicPartition, OffsetAndMetadata> known = new HashMap<>(answer);
            known.values().removeIf(position -> position == null);
            return known;
        }
    }

    static Collection<TopicPartition> partitions(String topic, Collection<Owned> owned) {
        return owned.stream()
                .map(one -> new TopicPartition(topic, one.partition()))
                .collect(Collectors.toSet());
    }
}
