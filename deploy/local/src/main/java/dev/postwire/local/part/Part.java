package dev.postwire.local.part;

import java.time.Duration;
import java.util.List;

/**
 * One part of a stand, as what is known of it before it runs. It holds no process: {@link PartProcess} does.
 *
 * <p>Called from one thread at a time, except {@link #probe()}, which may be called from any.
 */
public interface Part {

    /** What the part is called in tables, file names and keys: lower case, no spaces. */
    String name();

    /** The ports it listens on, the one that others talk to first; all on 127.0.0.1. */
    List<Port> ports();

    /**
     * Brings the part's folders in order: creates what is missing, finishes or sweeps away what a hard kill left half
     * done. Does nothing that would be lost if repeated.
     *
     * @throws PartFailure in one line what stands in the way
     */
    void prepare();

    Launch launch();

    /** Looks once whether the part does its work; bounded to about two seconds, never throws. */
    Health probe();

    /** What asks it to stop. */
    default Signal stopSignal() {
        return Signal.TERM;
    }

    /** How long it may take to stop before it is killed. */
    default Duration stopDeadline() {
        return Duration.ofSeconds(20);
    }

    default int port() {
        return ports().get(0).number();
    }
}
