package dev.postwire.ingest.kafka;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * What is known of a broker that acknowledges nothing. At first every record is tried, so that a restart is ridden out; once nothing
 * has gone through for a while, one record a second is, and the others need not wait for what is known already. Thread-safe.
 */
final class Outage {
    private static final long KNOWN_AFTER = Duration.ofSeconds(4).toNanos();
    private static final long BETWEEN_TRIALS = Duration.ofSeconds(1).toNanos();

    /** Well below the day that a producer remembers a topic which nobody writes to. */
    private static final long LATELY = Duration.ofHours(1).toNanos();

    private final LongSupplier nanoTime;
    private volatile boolean on;
    private volatile boolean everOver;
    private volatile long lastOver;
    private long since;
    private long lastTrial;

    Outage(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** Whether to send one more record now; true is a trial, which then counts as made. */
    boolean mayTry() {
        return !on || trial();
    }

    /** Something was acknowledged. */
    void over() {
        lastOver = nanoTime.getAsLong();
        if (on || !everOver) end();
    }

    /** Whether the last that was heard is an acknowledgement, and not of long ago. */
    boolean isOver() {
        return !on && everOver && nanoTime.getAsLong() - lastOver < LATELY;
    }

    /** Something was not acknowledged. The next trial is a while from now: one that blocked for long must not make room for another. */
    synchronized void goesOn() {
        lastTrial = nanoTime.getAsLong();
        if (on) return;
        since = lastTrial;
        on = true;
    }

    private synchronized boolean trial() {
        long now = nanoTime.getAsLong();
        if (on && now - since >= KNOWN_AFTER && now - lastTrial < BETWEEN_TRIALS) return false;
        lastTrial = now;
        return true;
    }

    private synchronized void end() {
        everOver = true;
        on = false;
    }
}
