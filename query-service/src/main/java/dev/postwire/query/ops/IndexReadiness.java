package dev.postwire.query.ops;

import dev.postwire.query.index.IndexState;
import dev.postwire.query.index.PostIndex;
import java.time.Instant;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * UP while searches are answered. Tells how many changes they do not see yet, also while the index is made anew, and how far that
 * is: rebuilt, of so many posts.
 */
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
                .withData("change", state.visible());
        if (state.knows(Instant.now())) answer.withData("lag", state.lag());
        else answer.withData("lag", "unknown: the store has not told for a while how far it is");
        if (state.rebuild().of() > 0) {
            answer.withData("rebuilt", state.rebuild().done())
                    .withData("of", state.rebuild().of());
        }
        return answer.build();
    }
}
