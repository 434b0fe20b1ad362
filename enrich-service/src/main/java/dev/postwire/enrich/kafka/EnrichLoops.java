package dev.postwire.enrich.kafka;

import dev.postwire.enrich.EnrichConfig;
import dev.postwire.enrich.Enricher;
import dev.postwire.enrich.kafka.model.ModelFollower;
import dev.postwire.platform.kafka.KafkaClients;
import dev.postwire.platform.kafka.Loops;
import dev.postwire.platform.kafka.TopicsAtStart;
import dev.postwire.platform.trace.Tracing;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** Starts this instance's workers; the group spreads the partitions over all instances' workers. */
@Singleton
final class EnrichLoops {
    private final EnrichConfig config;
    private final Loops loops;
    private final EnrichWork.EnrichParts parts;

    EnrichLoops(
            EnrichConfig config,
            Loops loops,
            KafkaClients clients,
            TopicsAtStart topics,
            ModelFollower model,
            EnrichMetrics metrics,
            ReenrichRequests requests,
            SideMetrics sideMetrics,
            Routes routes,
            Enricher enricher,
            Tracing tracing) {
        this.config = config;
        this.loops = loops;
        this.parts = new EnrichWork.EnrichParts(
                clients, topics, model, new Accountant(enricher, routes), metrics, requests, sideMetrics, tracing);
    }

    void start(@Observes StartupEvent event) {
        int workers = config.workers().orElse(Runtime.getRuntime().availableProcessors());
        for (int i = 0; i < workers; i++) {
            String name = "worker-" + i;
            loops.start("enrich-" + name, work(name));
        }
    }

    /** A worker of this instance; the name is its own among them. */
    EnrichWork work(String name) {
        return new EnrichWork(name, config.batch(), parts);
    }

    /** A worker as another instance would have it, with clients of its own. */
    EnrichWork work(String name, KafkaClients clients) {
        return new EnrichWork(name, config.batch(), parts.on(clients));
    }
}
