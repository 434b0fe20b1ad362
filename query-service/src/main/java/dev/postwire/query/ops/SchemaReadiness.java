package dev.postwire.query.ops;

import dev.postwire.query.store.SchemaAtStart;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** UP once the schema is there. That the database answers is Quarkus's own check. */
@Readiness
final class SchemaReadiness implements HealthCheck {
    private final SchemaAtStart schema;

    SchemaReadiness(SchemaAtStart schema) {
        this.schema = schema;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("schema").status(schema.ready()).build();
    }
}
