package dev.postwire.local.erase;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;

/**
 * Makes the broker compact some topics now and not within a day. What was set before is written to a file first and the file deleted
 * last, so that whoever comes next can put it back when this process was killed.
 */
final class Hurry {
    private static final ObjectMapper JSON = new ObjectMapper();
    /** A segment closes with the first record after a second; a closed one is compacted at once, the old file gone a second later. */
    private static final Map<String, String> NOW = Map.of(
            "segment.ms", "1000",
            "min.compaction.lag.ms", "0",
            "min.cleanable.dirty.ratio", "0",
            "file.delete.delay.ms", "1000");

    private static final String POLICY = "cleanup.policy";

    private final Topics topics;
    private final Path undo;

    /** @param undo what to put back; there only while it is needed */
    Hurry(Topics topics, Path undo) {
        this.topics = topics;
        this.undo = undo;
    }

    void begin(Set<String> names) throws IOException, ExecutionException, InterruptedException, TimeoutException {
        Map<String, Map<String, String>> own = topics.ownSettings(names);
        for (var topic : own.entrySet()) {
            // As the rejected topic was made before erasures were to reach it. For good: a tombstone is there for
            // nothing else.
            boolean compacted = topic.getValue().getOrDefault(POLICY, "").contains("compact");
            if (!compacted) topics.change(topic.getKey(), Map.of(POLICY, "compact,delete"));
        }
        Map<String, Map<String, String>> before = new HashMap<>();
        own.forEach((topic, settings) -> {
            Map<String, String> kept = new HashMap<>();
            NOW.keySet().forEach(key -> kept.put(key, settings.get(key)));
            before.put(topic, kept);
        });
        Files.createDirectories(undo.toAbsolutePath().getParent());
        Path fresh = undo.resolveSibling(undo.getFileName() + ".new");
        Files.write(fresh, JSON.writeValueAsBytes(before));
        Files.move(fresh, undo, StandardCopyOption.ATOMIC_MOVE);
        for (String topic : before.keySet()) topics.change(topic, NOW);
    }

    /** Puts back what was, where something is to be put back. */
    void end() throws IOException, ExecutionException, InterruptedException, TimeoutException {
        if (!Files.exists(undo)) return;
        Map<String, Map<String, String>> before =
                JSON.readValue(Files.readAllBytes(undo), new TypeReference<Map<String, Map<String, String>>>() {});
        for (var topic : before.entrySet()) topics.change(topic.getKey(), topic.getValue());
        Files.delete(undo);
    }
}
