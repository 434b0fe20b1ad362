package dev.postwire.platform.kafka;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.postwire.platform.kafka.TopicSettings.Difference;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.ConfigEntry.ConfigSource;
import org.junit.jupiter.api.Test;

class TopicSettingsTest {
    private static final String MONTH = "2592000000";

    @Test
    void setsWhatNobodySet() {
        Config is = is(Topic.RAW, entry("delete.retention.ms", "86400000", ConfigSource.DEFAULT_CONFIG));

        assertEquals(new Difference(Map.of("delete.retention.ms", MONTH), Map.of()), Difference.of(Topic.RAW, is));
    }

    @Test
    void keepsWhatAnOperatorSet() {
        Config is = is(Topic.RAW, entry("delete.retention.ms", "1", ConfigSource.DYNAMIC_TOPIC_CONFIG));

        assertEquals(new Difference(Map.of(), Map.of("delete.retention.ms", "1")), Difference.of(Topic.RAW, is));
    }

    @Test
    void setsAnewWhatAnEarlierVersionSet() {
        Config is = is(Topic.REJECTED, entry("cleanup.policy", "delete", ConfigSource.DYNAMIC_TOPIC_CONFIG));

        assertEquals(
                new Difference(Map.of("cleanup.policy", "compact,delete"), Map.of()),
                Difference.of(Topic.REJECTED, is));
    }

    @Test
    void takesPoliciesInAnyOrder() {
        Config is = is(Topic.REJECTED, entry("cleanup.policy", "delete, compact", ConfigSource.DYNAMIC_TOPIC_CONFIG));

        assertEquals(new Difference(Map.of(), Map.of()), Difference.of(Topic.REJECTED, is));
    }

    /** As we make it, but for one entry. */
    private static Config is(Topic topic, ConfigEntry other) {
        Map<String, ConfigEntry> entries = new HashMap<>();
        topic.settings()
                .forEach((name, value) -> entries.put(name, entry(name, value, ConfigSource.DYNAMIC_TOPIC_CONFIG)));
        entries.put(other.name(), other);
        return new Config(new ArrayList<>(entries.values()));
    }

    private static ConfigEntry entry(String name, String value, ConfigSource source) {
        return new ConfigEntry(name, value, source, false, false, List.of(), ConfigEntry.ConfigType.STRING, "");
    }
}
