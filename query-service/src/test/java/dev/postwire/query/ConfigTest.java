package dev.postwire.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.postwire.platform.kafka.KafkaConfig;
import dev.postwire.query.ops.ConfigBounds;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.ConfigValidationException;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigTest {
    @Test
    void worksWithoutAnyKey() {
        QueryConfig config = config(Map.of()).getConfigMapping(QueryConfig.class);

        ConfigBounds.check(config);

        assertEquals(1_000, config.store().batch());
        assertEquals(Duration.ofMinutes(1), config.waiting().longest());
        assertEquals(10_000, config.waiting().calls());
    }

    @ParameterizedTest
    @CsvSource({
        "postwire.ingest-url,posts.example",
        "postwire.enrich-url,ftp://posts.example",
        "postwire.store.batch,0",
        "postwire.store.batch,10001",
        "postwire.waiting.longest,601S",
        "postwire.waiting.longest,PT-1S",
        "postwire.waiting.calls,-1",
        "postwire.revisions.kept,101",
        "postwire.streams.open,-1",
        "postwire.streams.heartbeat,500MS"
    })
    void endsTheStartWhereAValueCannotWork(String key, String value) {
        QueryConfig config = config(Map.of(key, value)).getConfigMapping(QueryConfig.class);

        IllegalArgumentException e = assertThrows(IllegalArgumentException.class, () -> ConfigBounds.check(config));

        assertEquals(key, e.getMessage().split(" ")[0]);
    }

    @Test
    void endsTheStartOnAKeyNobodyKnows() {
        ConfigValidationException e =
                assertThrows(ConfigValidationException.class, () -> config(Map.of("postwire.store.bacth", "7")));

        assertEquals(1, e.getProblemCount());
        assertTrue(e.getProblem(0).getMessage().contains("postwire.store.bacth"));
    }

    private static SmallRyeConfig config(Map<String, String> keys) {
        return new SmallRyeConfigBuilder()
                .withConverter(Duration.class, 100, new DurationConverter())
                .withMapping(QueryConfig.class)
                .withMapping(KafkaConfig.class)
                .withSources(new io.smallrye.config.PropertiesConfigSource(keys, "test", 100))
                .build();
    }
}
