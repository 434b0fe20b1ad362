package dev.postwire.platform.ops;

import dev.postwire.platform.kafka.Loop;
import dev.postwire.platform.kafka.Loops;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Liveness;

/** DOWN as soon as one loop has failed for good: a service whose loop is dead must be restarted, not called healthy. */
@Liveness
final class LoopLiveness implements HealthCheck {
    private final Loops loops;

    LoopLiveness(Loops loops) {
        this.loops = loops;
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder answer = HealthCheckResponse.named("loops").up();
        loops.all().forEach(loop -> {
            answer.withData(loop.name(), loop.state().getClass().getSimpleName().toLowerCase(java.util.Locale.ROOT));
            if (loop.state() instanceof Loop.State.Failed) answer.down();
        });
        return answer.build();
    }
}
