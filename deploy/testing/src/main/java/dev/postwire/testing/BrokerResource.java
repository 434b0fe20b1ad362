package dev.postwire.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** Hands the shared broker to a Quarkus application under test; it outlives the application. */
public final class BrokerResource implements QuarkusTestResourceLifecycleManager {
    @Override
    public Map<String, String> start() {
        return Map.of("kafka.bootstrap.servers", Broker.shared().bootstrapServers());
    }

    @Override
    public void stop() {
        // the next application uses it too
    }
}
