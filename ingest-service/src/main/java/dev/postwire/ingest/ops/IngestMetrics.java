package dev.postwire.ingest.ops;

import dev.postwire.platform.http.ProblemCode;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

/** Counts every call once when it comes and once when it ends: received = sent + discarded, whatever the reason. Thread-safe. */
@Singleton
public class IngestMetrics {
    private static final String DISCARDED = "postwire.ingest.discarded";

    private final MeterRegistry registry;
    private final Counter received;
    private final Counter sent;
    private final Map<ProblemCode, Counter> discarded = new EnumMap<>(ProblemCode.class);
    private final Timer time;

    IngestMetrics(MeterRegistry registry) {
        this.registry = registry;
        this.received = Counter.builder("postwire.ingest.received")
                .description("Submissions and erasures asked for")
                .register(registry);
        this.sent = Counter.builder("postwire.ingest.sent")
                .description("Those that are on the raw topic, acknowledged by the broker")
                .register(registry);
        // All made beforehand, so that a rate over the first of a kind is not missing.
        for (ProblemCode reason : ProblemCode.values()) discarded.put(reason, counter(reason));
        this.time = Timer.builder("postwire.ingest.acknowledged")
                .description("From the call to the broker's acknowledgement")
                .serviceLevelObjectives(
                        Duration.ofMillis(5),
                        Duration.ofMillis(20),
                        Duration.ofMillis(100),
                        Duration.ofMillis(500),
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(5))
                .register(registry);
    }

    public void received() {
        received.increment();
    }

    public void sent(Duration taken) {
        sent.increment();
        time.record(taken);
    }

    public void discarded(ProblemCode reason) {
        discarded.get(reason).increment();
    }

    private Counter counter(ProblemCode reason) {
        return Counter.builder(DISCARDED)
                .description("Those that are not, by reason")
                .tag("reason", reason.code())
                .register(registry);
    }
}
