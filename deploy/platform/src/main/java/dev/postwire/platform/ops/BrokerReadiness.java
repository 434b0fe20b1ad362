package dev.postwire.platform.ops;

import dev.postwire.platform.kafka.BrokerAdmin;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.KafkaException;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** UP while the broker answers. Quarkus's own check takes a minute to say no, longer than any probe waits. */
@Readiness
final class BrokerReadiness implements HealthCheck {
    private final BrokerAdmin broker;

    BrokerReadiness(BrokerAdmin broker) {
        this.broker = broker;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("broker").status(answers()).build();
    }

    private boolean answers() {
        try {
            return broker.nodes() > 0;
        } catch (ExecutionException | TimeoutException | KafkaException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
