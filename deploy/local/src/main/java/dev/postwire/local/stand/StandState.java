package dev.postwire.local.stand;

import dev.postwire.local.part.ProcessId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What runs in a stand, as its supervisor last wrote it down: enough to find every process again when the supervisor has
 * been killed.
 *
 * @param ports by key
 */
public record StandState(ProcessId supervisor, Phase phase, Map<String, Integer> ports, List<PartState> parts) {

    public StandState {
        ports = Map.copyOf(ports);
        parts = List.copyOf(parts);
    }

    /** How far the stand is. */
    public enum Phase {
        STARTING,
        /** All parts have been healthy once. */
        UP,
        STOPPING
    }

    /**
     * One part.
     *
     * @param process empty between the end of one process and the start of the next
     * @param detail why it is not healthy; empty when it is
     */
    public record PartState(
            String name, Optional<ProcessId> process, int port, boolean healthy, int restarts, String detail) {}
}
