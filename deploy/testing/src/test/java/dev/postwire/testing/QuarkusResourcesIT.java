package dev.postwire.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(BrokerResource.class)
@QuarkusTestResource(DatabaseResource.class)
class QuarkusResourcesIT {
    @Test
    void handsOverTheBrokerThatTestsSeeThoughTheirClassLoaderIsAnother() {
        assertEquals(Broker.shared().bootstrapServers(), configured("kafka.bootstrap.servers"));
        assertEquals(
                1,
                ProcessHandle.current()
                        .children()
                        .filter(child -> child.info().commandLine().orElse("").contains("BrokerMain"))
                        .count());
    }

    @Test
    void handsOverADatabaseOfItsOwn() {
        String address = Database.shared().jdbcUrl().replace("/postwire", "/test_");

        assertTrue(configured("quarkus.datasource.jdbc.url").startsWith(address));
    }

    private static String configured(String key) {
        return ConfigProvider.getConfig().getValue(key, String.class);
    }
}
