package dev.postwire.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** Hands a Quarkus application under test an empty database of its own in the shared PostgreSQL. */
public final class DatabaseResource implements QuarkusTestResourceLifecycleManager {
    @Override
    public Map<String, String> start() {
        Database database = Database.shared();
        return Map.of(
                "quarkus.datasource.jdbc.url", database.freshJdbcUrl(),
                "quarkus.datasource.username", database.username(),
                "quarkus.datasource.password", database.password());
    }

    @Override
    public void stop() {
        // gone with the JVM
    }
}
