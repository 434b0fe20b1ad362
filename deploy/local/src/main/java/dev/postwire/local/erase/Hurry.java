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
    private static final String COMPACTED = "compact,delete";
    /** Made before erasures were to reach it, it may lack compaction, without which a tombstone there is for nothing: that stays. */
    private static final String REJECTED = "posts.rejected.v1";

    private final TopicSettings topics;
    private final Path undo;

    /** @param undo what to put back; there only while it is needed */
    Hurry(TopicSettings topics, Path undo) {
        this.topics = topics;
        this.undo = undo;
    }

    synchronized void begin(Set<String> names)
            throws IOException, ExecutionException, InterruptedException, TimeoutException {
        Map<String, Map<String, String>> changes = new HashMap<>();
        Map<String, Map<String, String>> before = new HashMap<>();
        topics.ownSettings(names).forEach((topic, own) -> {
            Map<String, String> change = new HashMap<>(NOW);
            // The broker's default is delete.
            if (!own.getOrDefault(POLICY, "").contains("compact")) change.put(POLICY, COMPACTED);
            Map<String, String> kept = new HashMap<>();
            change.keySet().forEach(key -> kept.put(key, own.get(key)));
            if (topic.equals(REJECTED)) kept.remove(POLICY);
            changes.put(topic, change);
            before.put(topic, kept);
        });
        Files.createDirectories(undo.toAbsolutePath().getParent());
        Path fresh = undo.resolveSibling(undo.getFileName() + ".new");
        Files.write(fresh, JSON.writeValueAsBytes(before));
        Files.move(fresh, undo, StandardCopyOption.ATOMIC_MOVE);
        for (var topic : changes.entrySet()) topics.change(topic.getKey(), topic.getValue());
    }

    /**
     * Puts back what was, where something is to be put back: of each topic that is still there, whatever comes of the others. What
     * could not be is kept for the next time.
     */
    synchronized void end() throws IOException, ExecutionException, InterruptedException, TimeoutException {
        if (!Files.exists(undo)) return;
        Map<String, Map<String, String>> before =
                JSON.readValue(Files.readAllBytes(undo), new TypeReference<Map<String, Map<String, String>>>() {});
        Set<String> there = topics.ownSettings(before.keySet()).keySet();
        ExecutionException failure = null;
        for (var topic : before.entrySet()) {
            if (!there.contains(topic.getKey())) continue;
            try {
                topics.change(topic.getKey(), topic.getValue());
            } catch (ExecutionException e) {
                if (failure == null) failure = e;
                else failure.addSuppressed(e);
            }
        }
        if (failure != null) throw failure;
        Files.delete(undo);
    }
}
