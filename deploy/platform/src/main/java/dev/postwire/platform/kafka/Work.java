package dev.postwire.platform.kafka;

/**
 * What a {@link Loop} repeats. All methods but {@link #wakeup} are called on the loop's one thread, so a Kafka client made in
 * {@link #open} is used and closed by the thread that made it.
 */
public interface Work {
    /** Makes the clients anew. Called at the start and again after every failure. */
    void open() throws Exception;

    /**
     * One poll and all that follows from it, committed when this returns. A failure means: nothing of it counts.
     *
     * @return whether there is more to do; false ends the loop in peace
     */
    boolean step() throws Exception;

    /** Ends a blocking {@link #step} soon, from any thread; harmless at any other time. */
    void wakeup();

    /** Closes what {@link #open} made, also where that failed half-way. Does not throw. */
    void close();
}
