package dev.postwire.local.supervise;

import dev.postwire.local.part.ProcessId;
import dev.postwire.local.part.Signal;
import dev.postwire.local.stand.StandState;
import dev.postwire.local.stand.StandState.PartState;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * The parts of a stand whose supervisor was killed. Found by process id and time of start, never by the id alone, so that
 * no process of somebody else's is touched.
 */
public final class Orphans {
    private static final Set<String> STORES = Set.of("kafka", "postgres");
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private Orphans() {}

    /** Ends those that still run, the services first; returns the names of those it ended. */
    public static List<String> end(StandState state) {
        List<PartState> left = state.parts().stream()
                .filter(part -> part.process().flatMap(ProcessId::find).isPresent())
                .toList();
        end(left.stream().filter(part -> !STORES.contains(part.name())).toList());
        end(left.stream().filter(part -> STORES.contains(part.name())).toList());
        return left.stream().map(PartState::name).toList();
    }

    private static void end(List<PartState> parts) {
        for (PartState part : parts) {
            Signal signal = part.name().equals("postgres") ? Signal.INT : Signal.TERM;
            part.process().flatMap(ProcessId::find).ifPresent(signal::send);
        }
        parts.stream().flatMap(part -> part.process().stream()).forEach(id -> {
            if (!id.awaitGone(PATIENCE)) {
                id.kill();
            }
        });
    }
}
