package dev.postwire.query.kafka;

import dev.postwire.platform.http.Problem;
import dev.postwire.platform.http.ProblemCode;
import dev.postwire.platform.kafka.KafkaClients;
import dev.postwire.platform.kafka.Receipt;
import dev.postwire.platform.kafka.Topic;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.TopicPartitionInfo;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/**
 * Tells which receipts can have been given. Blocks for some seconds at most. The ends of the topic only grow, so what is below a
 * known end needs no question; above it one question serves all who came before it was asked.
 */
@Singleton
public class RawTopic {
    private static final long CALL_SECONDS = 3;
    private static final Duration COME_BACK = Duration.ofSeconds(2);

    private final KafkaClients clients;
    private final Object asking = new Object();
    private volatile Known known = new Known(Map.of(), Long.MIN_VALUE, true);
    private Admin admin;

    /** @param asOf nanoseconds when the question was sent */
    private record Known(Map<Integer, Long> ends, long asOf, boolean answered) {
        boolean holds(Receipt receipt) {
            return receipt.offset() < ends.getOrDefault(receipt.partition(), 0L);
        }

        boolean since(long moment) {
            return asOf != Long.MIN_VALUE && asOf - moment >= 0;
        }
    }

    RawTopic(KafkaClients clients) {
        this.clients = clients;
    }

    void stop(@Observes ShutdownEvent event) {
        synchronized (asking) {
            if (admin != null) admin.close(Duration.ZERO);
        }
    }

    /** True if there is, or was before compaction, a raw record at that place. A broker that is away is a 503. */
    public boolean holds(Receipt receipt) {
        if (known.holds(receipt)) return true;
        long arrived = System.nanoTime();
        synchronized (asking) {
            if (!known.since(arrived)) known = ask();
        }
        Known now = known;
        if (now.holds(receipt)) return true;
        if (now.answered()) return false;
        throw Problem.retryable(
                        ProblemCode.BROKER_UNAVAILABLE,
                        "Nothing is known of this receipt yet, and the broker that would know does not answer.",
                        COME_BACK)
                .exception();
    }

    private Known ask() {
        long asOf = System.nanoTime();
        Map<Integer, Long> ends = new HashMap<>(known.ends());
        try {
            if (admin == null) admin = clients.admin();
            ends.putAll(ends(admin));
            return new Known(ends, asOf, true);
        } catch (ExecutionException e) {
            boolean noTopic = e.getCause() instanceof UnknownTopicOrPartitionException;
            return new Known(ends, asOf, noTopic);
        } catch (TimeoutException e) {
            return new Known(ends, asOf, false);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Known(ends, asOf, false);
        }
    }

    private static Map<Integer, Long> ends(Admin admin)
            throws InterruptedException, ExecutionException, TimeoutException {
        String raw = Topic.RAW.topicName();
        Map<TopicPartition, OffsetSpec> latest = admin
                .describeTopics(java.util.Set.of(raw))
                .allTopicNames()
                .get(CALL_SECONDS, TimeUnit.SECONDS)
                .get(raw)
                .partitions()
                .stream()
                .map(TopicPartitionInfo::partition)
                .collect(Collectors.toMap(number -> new TopicPartition(raw, number), n -> OffsetSpec.latest()));
        Map<TopicPartition, ListOffsetsResultInfo> answer =
                admin.listOffsets(latest).all().get(CALL_SECONDS, TimeUnit.SECONDS);
        Map<Integer, Long> ends = new HashMap<>();
        answer.forEach((partition, end) -> ends.put(partition.partition(), end.offset()));
        return ends;
    }
}
