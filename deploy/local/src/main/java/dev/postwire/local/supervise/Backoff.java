package dev.postwire.local.supervise;

import java.time.Duration;

/** How long to wait before the next restart: 0.3 s at first, twice as long each time, at most 10 s. Not thread-safe. */
final class Backoff {
    private static final Duration FIRST = Duration.ofMillis(300);
    private static final Duration LONGEST = Duration.ofSeconds(10);

    private Duration next = FIRST;

    Duration next() {
        Duration wait = next;
        Duration twice = next.multipliedBy(2);
        next = twice.compareTo(LONGEST) > 0 ? LONGEST : twice;
        return wait;
    }

    void reset() {
        next = FIRST;
    }
}
