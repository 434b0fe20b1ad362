package dev.postwire.query.ops;

import dev.postwire.query.index.IndexState;
import dev.postwire.query.index.PostIndex;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/** UP while searches are answered. Tells how many changes they do not see yet, and how far a rebuild is. */
@Readiness
final class IndexReadiness implements HealthCheck {
    private final PostIndex index;

    IndexReadiness(PostIndex index) {
        this.index = index;
    }

    @Override
    public HealthCheckResponse call() {
        IndexState state = index.state();
        HealthCheckResponseBuilder answer = HealthCheckResponse.named("search-index")
                .status(state.serving())
                .withData("change", state.visible())
                .withData("lag", state.lag());
        if (state.rebuild().of() > 0) {
            answer.withData("rebuilt", state.rebuild().done())
                    .withData("of", state.rebuild().of());
        }
        return answer.build();
    }
}
