package dev.postwire.enrich.kafka;

import java.util.concurrent.TimeUnit;

/** A rate kept over time: what is not used is saved up for one second at the most. Used by one thread. */
final class Throttle {
    private static final double NANOS = TimeUnit.SECONDS.toNanos(1);

    private double saved = 1;
    private long last;

    /** @param now in nanoseconds, from any zero */
    Throttle(long now) {
        last = now;
    }

    /** Whether one may go now. */
    boolean open(double aSecond, long now) {
        saved = Math.min(Math.max(1, aSecond), saved + (now - last) / NANOS * aSecond);
        last = now;
        return saved >= 1;
    }

    void used() {
        saved -= 1;
    }
}
