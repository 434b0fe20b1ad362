package dev.postwire.platform.security;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * How often each caller may call this instance: a bucket of calls each, refilled evenly over the window. Memory is bounded: of the
 * most callers it knows, the one that has stayed away longest is forgotten first, and begins with a full bucket should it come
 * again. Safe for any number of threads; holds its lock for a look into a table.
 */
final class RateLimiter {
    static final int MOST_CALLERS = 20_000;

    private final int calls;
    private final Duration window;
    private final TimeMeter clock;
    private final Map<String, Bucket> buckets = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > MOST_CALLERS;
        }
    };

    RateLimiter(int calls, Duration window, TimeMeter clock) {
        this.calls = calls;
        this.window = window;
        this.clock = clock;
    }

    /**
     * What a caller has left.
     *
     * @param allowed whether this call is one of those
     * @param fullAfter until all calls are there again
     * @param nextAfter until one is; zero where one is there
     */
    record Quota(boolean allowed, long left, Duration fullAfter, Duration nextAfter) {
        /** The value of {@code RateLimit}, by draft-ietf-httpapi-ratelimit-headers. */
        String field() {
            return "\"calls\";r=" + left + ";t=" + seconds(fullAfter);
        }
    }

    Quota take(String caller) {
        ConsumptionProbe probe = bucket(caller).tryConsumeAndReturnRemaining(1);
        return new Quota(
                probe.isConsumed(),
                probe.getRemainingTokens(),
                Duration.ofNanos(probe.getNanosToWaitForReset()),
                Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }

    /** The value of {@code RateLimit-Policy}: so many calls in so many seconds. */
    String policy() {
        return "\"calls\";q=" + calls + ";w=" + seconds(window);
    }

    int callers() {
        synchronized (buckets) {
            return buckets.size();
        }
    }

    private Bucket bucket(String caller) {
        synchronized (buckets) {
            return buckets.computeIfAbsent(caller, first -> Bucket.builder()
                    .addLimit(limit -> limit.capacity(calls).refillGreedy(calls, window))
                    .withCustomTimePrecision(clock)
                    .build());
        }
    }

    /** Rounded up: who comes then finds what was promised. */
    private static long seconds(Duration time) {
        return (time.toNanos() + TimeUnit.SECONDS.toNanos(1) - 1) / TimeUnit.SECONDS.toNanos(1);
    }
}
