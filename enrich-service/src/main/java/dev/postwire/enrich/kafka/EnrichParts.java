package dev.postwire.enrich.kafka;

import dev.postwire.enrich.kafka.model.ModelFollower;
import dev.postwire.platform.kafka.KafkaClients;
import dev.postwire.platform.kafka.TopicsAtStart;
import dev.postwire.platform.trace.Tracing;
import java.util.List;

/** What all workers of an instance share. */
record EnrichParts(
        KafkaClients clients,
        TopicsAtStart topics,
        ModelFollower model,
        Accountant accountant,
        EnrichMetrics metrics,
        ReenrichRequests requests,
        SideMetrics sideMetrics,
        Tracing tracing) {
    /** As on another instance. */
    EnrichParts on(KafkaClients others) {
        return new EnrichParts(others, topics, model, accountant, metrics, requests, sideMetrics, tracing);
    }

    /** What a worker does beside the live records; each has its own. */
    List<SideWork> sideWork() {
        return List.of(
                new Redrives(clients, accountant, sideMetrics),
                new Reenrichment(clients, accountant, requests, sideMetrics));
    }
}
