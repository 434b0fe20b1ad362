package dev.postwire.enrich.kafka;

import dev.postwire.enrich.kafka.LedgerEntry.Result;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Counts redriven and re-enriched records once their transaction is committed: for each of the two, received = sent + discarded over
 * all outcomes and reasons. Thread-safe.
 */
@Singleton
class SideMetrics {
    private final MeterRegistry registry;
    private final Map<Integer, Long> left = new ConcurrentHashMap<>();

    SideMetrics(MeterRegistry registry) {
        this.registry = registry;
        Gauge.builder("postwire.enrich.reenrich.left", left, all -> all.values().stream()
                        .mapToLong(Long::longValue)
                        .sum())
                .description("Raw offsets that re-enrichment has yet to pass in this instance's partitions")
                .register(registry);
    }

    void redriven(Result result) {
        sent("redrive", result.name());
    }

    void leftAlone(Redrives.Left why) {
        discarded("redrive", why.name());
    }

    void reenriched() {
        sent("reenrich", Result.ENRICHED.name());
    }

    void notReenriched(Reenrichment.Kept why) {
        discarded("reenrich", why.name());
    }

    /** How far a partition has to go; none once it is done or lost. */
    void left(int partition, long offsets) {
        if (offsets > 0) left.put(partition, offsets);
        else left.remove(partition);
    }

    private void sent(String what, String outcome) {
        counter(what, "received", "Records gone through").register(registry).increment();
        counter(what, "sent", "Records that led to a new result")
                .tag("outcome", outcome.toLowerCase(Locale.ROOT))
                .register(registry)
                .increment();
    }

    private void discarded(String what, String reason) {
        counter(what, "received", "Records gone through").register(registry).increment();
        counter(what, "discarded", "Records that led to nothing new")
                .tag("reason", reason.toLowerCase(Locale.ROOT))
                .register(registry)
                .increment();
    }

    private static Counter.Builder counter(String what, String count, String description) {
        return Counter.builder("postwire.enrich." + what + "." + count).description(description);
    }
}
