package dev.postwire.query.store;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * Leaves alone what has failed: for a while nobody asks it, then one does, and as soon as that one is answered all do again. Safe for
 * any number of threads.
 */
final class Pause {
    private static final long NONE = Long.MIN_VALUE;

    private final long length;
    private final LongSupplier nanos;
    private final AtomicLong end = new AtomicLong(NONE);

    /** @param nanos tells the time, as {@link System#nanoTime()} does */
    Pause(Duration length, LongSupplier nanos) {
        this.length = length.toNanos();
        this.nanos = nanos;
    }

    /** Who is told yes asks, and tells what came of it. */
    boolean mayAsk() {
        long before = end.get();
        if (before == NONE) return true;
        long now = nanos.getAsLong();
        // The one who comes first is the one who tries; until it knows, the pause goes on for the others.
        return now - before >= 0 && end.compareAndSet(before, now + length);
    }

    /** @return true where it was well until now */
    boolean failed() {
        return end.getAndSet(nanos.getAsLong() + length) == NONE;
    }

    /** @return true where it was left alone until now */
    boolean answered() {
        return end.get() != NONE && end.getAndSet(NONE) != NONE;
    }
}
