package dev.postwire.ingest.http;

import dev.postwire.ingest.IngestConfig;
import dev.postwire.ingest.Limits;
import dev.postwire.ingest.kafka.Publisher;
import dev.postwire.ingest.ops.IngestMetrics;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.vertx.core.Vertx;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.context.ManagedExecutor;

/** Puts the parts of the intake together when the service starts. */
@Singleton
final class ReceptionProducer {
    @Produces
    @Singleton
    @Startup
    Limits limits(IngestConfig config) {
        return Limits.of(config);
    }

    @Produces
    @Singleton
    @Startup
    Reception reception(
            Limits limits,
            Vertx vertx,
            Publisher publisher,
            IngestMetrics metrics,
            ManagedExecutor workers,
            InFlight inFlight) {
        return new Reception(limits, new BodyReader(vertx, limits), publisher, metrics, workers, inFlight);
    }

    @Produces
    @Singleton
    @Startup
    BatchReception batches(
            Limits limits, Publisher publisher, IngestMetrics metrics, ManagedExecutor workers, InFlight inFlight) {
        return new BatchReception(limits, new ManySubmissions(publisher, metrics), inFlight, workers);
    }

    @Produces
    @Singleton
    @Startup
    FeedReception feeds(
            Limits limits,
            Vertx vertx,
            Publisher publisher,
            IngestMetrics metrics,
            ManagedExecutor workers,
            InFlight inFlight) {
        ManySubmissions submissions = new ManySubmissions(publisher, metrics);
        return new FeedReception(limits, new BodyReader(vertx, limits), submissions, inFlight, workers);
    }

    @Produces
    @Singleton
    InFlight inFlight(Limits limits) {
        return new InFlight(limits.inFlightBytes());
    }

    @Produces
    @Singleton
    @Startup
    Gauge inFlightBytes(InFlight inFlight, MeterRegistry registry) {
        return Gauge.builder("postwire.ingest.in.flight", inFlight, InFlight::taken)
                .description("Memory that posts under way take")
                .baseUnit("bytes")
                .register(registry);
    }
}
