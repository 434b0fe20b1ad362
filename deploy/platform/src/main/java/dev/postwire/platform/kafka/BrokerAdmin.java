package dev.postwire.platform.kafka;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** Questions to the broker, each answered or failed within seconds. Safe for any number of threads. */
@Singleton
public class BrokerAdmin {
    private static final long CALL_SECONDS = 3;

    private final KafkaClients clients;
    private Admin admin;

    BrokerAdmin(KafkaClients clients) {
        this.clients = clients;
    }

    synchronized void stop(@Observes ShutdownEvent event) {
        if (admin != null) admin.close(Duration.ZERO);
    }

    /** The offset after the last record of each partition. */
    public Map<Integer, Long> ends(String topic) throws InterruptedException, ExecutionException, TimeoutException {
        TopicDescription description = admin().describeTopics(Set.of(topic))
                .allTopicNames()
                .get(CALL_SECONDS, TimeUnit.SECONDS)
                .get(topic);
        Map<TopicPartition, OffsetSpec> latest = description.partitions().stream()
                .collect(Collectors.toMap(p -> new TopicPartition(topic, p.partition()), p -> OffsetSpec.latest()));
        Map<TopicPartition, ListOffsetsResultInfo> answer =
                admin().listOffsets(latest).all().get(CALL_SECONDS, TimeUnit.SECONDS);
        Map<Integer, Long> ends = new HashMap<>();
        answer.forEach((partition, end) -> ends.put(partition.partition(), end.offset()));
        return ends;
    }

    /** How many records of the topic the group has not read, by what it committed. A group that never committed has read none. */
    public long unread(String group, String topic) throws InterruptedException, ExecutionException, TimeoutException {
        Map<TopicPartition, OffsetAndMetadata> read = admin().listConsumerGroupOffsets(group)
                .partitionsToOffsetAndMetadata()
                .get(CALL_SECONDS, TimeUnit.SECONDS);
        long unread = 0;
        for (Map.Entry<Integer, Long> end : ends(topic).entrySet()) {
            OffsetAndMetadata next = read.get(new TopicPartition(topic, end.getKey()));
            unread += Math.max(0, end.getValue() - (next == null ? 0 : next.offset()));
        }
        return unread;
    }

    /** How many brokers answer for the cluster. */
    public int nodes() throws InterruptedException, ExecutionException, TimeoutException {
        return admin().describeCluster()
                .nodes()
                .get(CALL_SECONDS, TimeUnit.SECONDS)
                .size();
    }

    private synchronized Admin admin() {
        if (admin == null) admin = clients.admin();
        return admin;
    }
}
