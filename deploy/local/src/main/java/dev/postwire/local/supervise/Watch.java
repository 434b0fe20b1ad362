package dev.postwire.local.supervise;

import dev.postwire.local.part.Health;
import java.time.Duration;
import java.util.Optional;

/** Judges one process by the run of its probes. Not thread-safe. */
final class Watch {
    private static final Duration WHILE_STARTING = Duration.ofMillis(100);
    private static final Duration AFTERWARDS = Duration.ofSeconds(2);
    private static final int DOWN_IN_A_ROW = 3;
    // A busy machine keeps a sound process from answering for a while, so silence is borne longer than a plain "down".
    private static final int SILENT_IN_A_ROW = 15;

    private boolean wasReady;
    private int down;
    private int silent;

    /** Takes note of a probe; answers why the process is to be restarted, if it is. */
    Optional<String> judge(Health health) {
        wasReady |= health.ready();
        down = health.state() == Health.State.DOWN ? down + 1 : 0;
        silent = wasReady && health.state() == Health.State.SILENT ? silent + 1 : 0;
        boolean hopeless = down >= DOWN_IN_A_ROW || silent >= SILENT_IN_A_ROW;
        return hopeless ? Optional.of(health.detail()) : Optional.empty();
    }

    /** How long to wait before the next probe. Short until it is first ready; a "down" is looked into at leisure. */
    Duration interval() {
        return wasReady || down > 0 ? AFTERWARDS : WHILE_STARTING;
    }
}
