package dev.postwire.local.erase;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HurryTest {
    @TempDir
    Path folder;

    private final Broker broker = new Broker();
    private Hurry hurry;

    /** Forgets nothing, and refuses one topic where it is told to. */
    private static final class Broker implements TopicSettings {
        private final Map<String, Map<String, String>> topics = new TreeMap<>();
        private String refused = "";

        @Override
        public Map<String, Map<String, String>> ownSettings(Collection<String> asked) {
            Map<String, Map<String, String>> own = new HashMap<>();
            topics.forEach((topic, settings) -> {
                if (asked.contains(topic)) own.put(topic, Map.copyOf(settings));
            });
            return own;
        }

        @Override
        public void change(String topic, Map<String, String> settings) throws ExecutionException {
            if (topic.equals(refused)) throw new ExecutionException(new IllegalStateException("refused"));
            if (!topics.containsKey(topic)) throw new ExecutionException(new IllegalStateException("no such topic"));
            settings.forEach((key, value) -> {
                if (value == null) topics.get(topic).remove(key);
                else topics.get(topic).put(key, value);
            });
        }

        Map<String, Map<String, String>> copy() {
            Map<String, Map<String, String>> copy = new TreeMap<>();
            topics.forEach((topic, settings) -> copy.put(topic, new TreeMap<>(settings)));
            return copy;
        }
    }

    @BeforeEach
    void topics() {
        hurry = new Hurry(broker, folder.resolve("run/undo.json"));
        broker.topics.put("a", new HashMap<>(Map.of("cleanup.policy", "compact", "segment.ms", "7")));
        broker.topics.put("b", new HashMap<>(Map.of("retention.ms", "8")));
        broker.topics.put("c", new HashMap<>(Map.of("cleanup.policy", "delete")));
    }

    @Test
    void putsBackWhatWasThePolicyIncluded() throws Exception {
        Map<String, Map<String, String>> before = broker.copy();

        hurry.begin(Set.of("a", "b", "c"));
        assertEquals("compact,delete", broker.topics.get("b").get("cleanup.policy"));
        assertEquals("1000", broker.topics.get("a").get("segment.ms"));
        hurry.end();

        assertEquals(before, broker.copy());
        assertFalse(Files.exists(folder.resolve("run/undo.json")));
    }

    @Test
    void leavesTheRejectedTopicCompacted() throws Exception {
        broker.topics.put("posts.rejected.v1", new HashMap<>(Map.of("cleanup.policy", "delete")));

        hurry.begin(Set.of("posts.rejected.v1"));
        hurry.end();

        assertEquals(Map.of("cleanup.policy", "compact,delete"), broker.topics.get("posts.rejected.v1"));
    }

    @Test
    void putsBackTheOthersWhereOneTopicRefusesAndTheRestTheNextTime() throws Exception {
        Map<String, Map<String, String>> before = broker.copy();
        hurry.begin(Set.of("a", "b", "c"));

        broker.refused = "a";
        assertThrows(ExecutionException.class, () -> hurry.end());
        assertEquals(before.get("b"), broker.topics.get("b"));
        assertEquals(before.get("c"), broker.topics.get("c"));
        broker.refused = "";
        hurry.end();

        assertEquals(before, broker.copy());
    }

    @Test
    void passesOverATopicThatWasDeletedMeanwhile() throws Exception {
        Map<String, Map<String, String>> before = broker.copy();
        hurry.begin(Set.of("a", "b", "c"));

        broker.topics.remove("a");
        hurry.end();

        before.remove("a");
        assertEquals(before, broker.copy());
    }

    @Test
    void canPutBackWhatItHadChangedWhenItFailedHalfWay() throws Exception {
        Map<String, Map<String, String>> before = broker.copy();
        broker.refused = "b";
        assertThrows(ExecutionException.class, () -> hurry.begin(Set.of("a", "b", "c")));
        assertTrue(Files.exists(folder.resolve("run/undo.json")));

        broker.refused = "";
        hurry.end();

        assertEquals(before, broker.copy());
    }
}
