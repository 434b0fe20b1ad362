package dev.postwire.platform.security;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** UP once the keys are read: before that nobody who has one could be let in. */
@Readiness
final class KeyReadiness implements HealthCheck {
    private final KeyRing ring;

    KeyReadiness(KeyRing ring) {
        this.ring = ring;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("keys").status(ring.known()).build();
    }
}
