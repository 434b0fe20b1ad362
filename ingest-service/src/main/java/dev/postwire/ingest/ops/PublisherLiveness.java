package dev.postwire.ingest.ops;

import dev.postwire.ingest.kafka.Publisher;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/** DOWN while the producer is in a state that only a restart can mend. */
@Liveness
final class PublisherLiveness implements HealthCheck {
    private final Publisher publisher;

    PublisherLiveness(Publisher publisher) {
        this.publisher = publisher;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("publisher")
                .status(!publisher.broken())
                .build();
    }
}
