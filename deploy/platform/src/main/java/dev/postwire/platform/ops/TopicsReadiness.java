package dev.postwire.platform.ops;

import dev.postwire.platform.kafka.TopicsAtStart;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** UP once every topic is there, so that nothing is sent to a service that could not take it on. */
@Readiness
final class TopicsReadiness implements HealthCheck {
    private final TopicsAtStart topics;

    TopicsReadiness(TopicsAtStart topics) {
        this.topics = topics;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("topics").status(topics.ready()).build();
    }
}
