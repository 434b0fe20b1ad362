package dev.postwire.query.kafka;

import dev.postwire.platform.http.Problem;
import dev.postwire.platform.http.ProblemCode;
import dev.postwire.platform.kafka.BrokerAdmin;
import dev.postwire.platform.kafka.Receipt;
import dev.postwire.platform.kafka.Topic;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/**
 * Tells which receipts can have been given. Blocks for some seconds at most. The ends of the topic only grow, so what is below a
 * known end needs no question; above it one question serves all who came before it was asked.
 */
@Singleton
public class RawTopic {
    private static final Duration COME_BACK = Duration.ofSeconds(2);

    private final BrokerAdmin broker;
    private final Object asking = new Object();
    private volatile Known known = new Known(Map.of(), 0, false);
    private boolean asked;

    /**
     * @param asOf nanoseconds when the question was sent
     * @param answered false where no answer came and the ends are those of an earlier one
     */
    private record Known(Map<Integer, Long> ends, long asOf, boolean answered) {
        boolean holds(Receipt receipt) {
            return receipt.offset() < ends.getOrDefault(receipt.partition(), 0L);
        }
    }

    RawTopic(BrokerAdmin broker) {
        this.broker = broker;
    }

    /** True if there is, or was before compaction, a raw record at that place. A broker that is away is a 503. */
    public boolean holds(Receipt receipt) {
        if (known.holds(receipt)) return true;
        Known now = askedAfter(System.nanoTime());
        if (now.holds(receipt)) return true;
        if (now.answered()) return false;
        throw Problem.retryable(
                        ProblemCode.BROKER_UNAVAILABLE,
                        "Nothing is known of this receipt yet, and the broker that would know does not answer.",
                        COME_BACK)
                .exception();
    }

    private Known askedAfter(long moment) {
        synchronized (asking) {
            if (!asked || known.asOf() - moment < 0) {
                known = ask();
                asked = true;
            }
            return known;
        }
    }

    private Known ask() {
        long asOf = System.nanoTime();
        Map<Integer, Long> ends = new HashMap<>(known.ends());
        try {
            ends.putAll(broker.ends(Topic.RAW.topicName()));
            return new Known(ends, asOf, true);
        } catch (ExecutionException e) {
            return new Known(ends, asOf, e.getCause() instanceof UnknownTopicOrPartitionException);
        } catch (TimeoutException | KafkaException e) {
            return new Known(ends, asOf, false);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Known(ends, asOf, false);
        }
    }
}
