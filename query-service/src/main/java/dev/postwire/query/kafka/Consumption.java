package dev.postwire.query.kafka;

import dev.postwire.platform.kafka.KafkaClients;
import dev.postwire.platform.kafka.Loops;
import dev.postwire.platform.kafka.TopicsAtStart;
import dev.postwire.platform.trace.Tracing;
import dev.postwire.query.QueryConfig;
import dev.postwire.query.store.ChangeStore;
import dev.postwire.query.store.SchemaAtStart;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** Starts the loop that stores, once topics and schema are there. */
@Singleton
final class Consumption {
    static final String GROUP = "postwire-query";

    void start(
            @Observes StartupEvent event,
            Loops loops,
            KafkaClients clients,
            QueryConfig config,
            TopicsAtStart topics,
            SchemaAtStart schema,
            ChangeStore store,
            MeterRegistry registry,
            Tracing tracing) {
        loops.start(
                "store",
                new StoreWork(
                        () -> clients.consumer(GROUP, "store", config.store().batch()),
                        () -> {
                            topics.await();
                            schema.await();
                        },
                        store,
                        new Meter(registry),
                        tracing));
    }
}
