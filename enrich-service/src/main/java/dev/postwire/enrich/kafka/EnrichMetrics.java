package dev.postwire.enrich.kafka;

import dev.postwire.enrich.kafka.LedgerEntry.Result;
import dev.postwire.platform.kafka.ConsumerLag;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Counts raw records once their transaction is committed, so that received = sent + discarded over all reasons at any time: sent
 * are those that led to an enriched, rejected or erased record, discarded those that did not, or came again.
 */
@Singleton
class EnrichMetrics {
    private final MeterRegistry registry;
    private final Routes routes;
    private final Counter received;
    private final Counter again;
    private final ConsumerLag lag;
    private final Map<Result, Counter> results = new EnumMap<>(Result.class);

    EnrichMetrics(MeterRegistry registry, Routes routes) {
        this.registry = registry;
        this.routes = routes;
        lag = new ConsumerLag(registry, EnrichWork.GROUP);
        received = Counter.builder("postwire.enrich.received")
                .description("Raw records read and accounted for")
                .register(registry);
        again = Counter.builder("postwire.enrich.discarded")
                .description("Raw records nothing was published for")
                .tag("reason", "accounted-before")
                .register(registry);
        for (Result result : Result.values()) {
            boolean discarded = result == Result.UNCHANGED;
            results.put(
                    result,
                    Counter.builder(discarded ? "postwire.enrich.discarded" : "postwire.enrich.sent")
                            .description(discarded ? "Raw records nothing was published for" : "Records published")
                            .tag(discarded ? "reason" : "outcome", result.name().toLowerCase(Locale.ROOT))
                            .register(registry));
        }
    }

    /** On the thread that owns the consumer, after a poll. */
    void lag(Consumer<?, ?> consumer) {
        lag.tell(consumer);
    }

    void committed(List<Result> committed) {
        received.increment(committed.size());
        committed.forEach(result -> results.get(result).increment());
    }

    /** Counts raw records that came again, though the ledger has accounted for them. */
    void repeated(int count) {
        received.increment(count);
        again.increment(count);
    }

    /** Counts those among them that went to a route. */
    void routed(List<ProducerRecord<String, byte[]>> committed) {
        for (ProducerRecord<String, byte[]> record : committed) {
            if (!routes.isRoute(record.topic())) continue;
            Counter.builder("postwire.enrich.routed")
                    .description("Records published to routes")
                    .tag("topic", record.topic())
                    .tag("outcome", record.value() == null ? "taken-off" : "enriched")
                    .register(registry)
                    .increment();
        }
    }
}
