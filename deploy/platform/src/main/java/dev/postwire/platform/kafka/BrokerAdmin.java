package dev.postwire.platform.kafka;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
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

    private static final long PARTITIONS_NANOS = TimeUnit.SECONDS.toNanos(10);

    private final KafkaClients clients;
    private final Map<String, Partitions> partitions = new ConcurrentHashMap<>();
    private Admin admin;

    private record Partitions(int count, long since) {}

    BrokerAdmin(KafkaClients clients) {
        this.clients = clients;
    }

    synchronized void stop(@Observes ShutdownEvent event) {
        if (admin != null) admin.close(Duration.ZERO);
    }

    /** The offset after the last record of each partition. */
    public Map<Integer, Long> ends(String topic) throws InterruptedException, ExecutionException, TimeoutException {
        Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
        for (int partition = partitions(topic) - 1; partition >= 0; partition--)
            latest.put(new TopicPartition(topic, partition), OffsetSpec.latest());
        Map<TopicPartition, ListOffsetsResultInfo> answer =
                admin().listOffsets(latest).all().get(CALL_SECONDS, TimeUnit.SECONDS);
        Map<Integer, Long> ends = new HashMap<>();
        answer.forEach((partition, end) -> ends.put(partition.partition(), end.offset()));
        return ends;
    }

    /** They are seldom added to, so they are asked for now and then only. */
    private int partitions(String topic) throws InterruptedException, ExecutionException, TimeoutException {
        Partitions known = partitions.get(topic);
        if (known != null && System.nanoTime() - known.since() < PARTITIONS_NANOS) return known.count();
        TopicDescription description = admin().describeTopics(Set.of(topic))
                .allTopicNames()
                .get(CALL_SECONDS, TimeUnit.SECONDS)
                .get(topic);
        Partitions now = new Partitions(description.partitions().size(), System.nanoTime());
        partitions.put(topic, now);
        return now.count();
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
