package dev.postwire.enrich.kafka.model;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** UP once the model that stood at start is in use, so that a preview tags as the bus does. */
@Readiness
final class ModelReadiness implements HealthCheck {
    private final ModelFollower model;

    ModelReadiness(ModelFollower model) {
        this.model = model;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("model").status(model.ready()).build();
    }
}
