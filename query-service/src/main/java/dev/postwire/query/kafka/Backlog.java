package dev.postwire.query.kafka;

import dev.postwire.platform.kafka.BrokerAdmin;
import dev.postwire.platform.kafka.Topic;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.KafkaException;

/** How many records wait before each step, of all instances together, as the broker knows it. Blocks for some seconds at most. */
@Singleton
public class Backlog {
    /** The enrich service's group: its name is part of what an operator sees of it, and stays. */
    private static final String ENRICHERS = "postwire-enrich";

    private final BrokerAdmin broker;

    Backlog(BrokerAdmin broker) {
        this.broker = broker;
    }

    /** Raw records that are not enriched; empty where the broker does not say. */
    public OptionalLong toEnrich() {
        return unread(ENRICHERS, List.of(Topic.RAW));
    }

    /** Records of any kind that are not stored; empty where the broker does not say. */
    public OptionalLong toStore() {
        return unread(Consumption.GROUP, List.of(Topic.ENRICHED, Topic.REJECTED, Topic.LEDGER));
    }

    private OptionalLong unread(String group, List<Topic> topics) {
        try {
            long unread = 0;
            for (Topic topic : topics) unread += broker.unread(group, topic.topicName());
            return OptionalLong.of(unread);
        } catch (ExecutionException | TimeoutException | KafkaException e) {
            return OptionalLong.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return OptionalLong.empty();
        }
    }
}
