package dev.postwire.platform.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.postwire.platform.security.RateLimiter.Quota;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RateLimiterTest {
    private final Clock clock = new Clock();
    private final RateLimiter limiter = new RateLimiter(10, Duration.ofSeconds(60), clock);

    @Test
    void countsDownAndSaysWhenTheNextCallIsFree() {
        for (int left = 9; left >= 0; left--) {
            Quota quota = limiter.take("a");
            assertTrue(quota.allowed());
            assertEquals(left, quota.left());
        }
        Quota over = limiter.take("a");
        assertFalse(over.allowed());
        assertEquals(Duration.ofSeconds(6), over.nextAfter());
        assertEquals("\"calls\";r=0;t=60", over.field());
        assertEquals("\"calls\";q=10;w=60", limiter.policy());

        clock.nanos += over.nextAfter().toNanos();

        assertTrue(limiter.take("a").allowed());
        assertFalse(limiter.take("a").allowed());
    }

    @Test
    void oneCallerTakesNothingFromAnother() {
        for (int call = 0; call < 20; call++) limiter.take("a");
        assertTrue(limiter.take("b").allowed());
    }

    @Test
    void forgetsWhoStayedAwayLongestRatherThanGrow() {
        for (int call = 0; call < 10; call++) limiter.take("regular");
        for (int caller = 0; caller < 3 * RateLimiter.MOST_CALLERS; caller++) {
            limiter.take("passer-by " + caller);
            if (caller % 1_000 == 0) limiter.take("regular");
        }
        assertEquals(RateLimiter.MOST_CALLERS, limiter.callers());
        assertFalse(limiter.take("regular").allowed());
    }

    private static final class Clock implements TimeMeter {
        private long nanos = 1_000_000_000L;

        @Override
        public long currentTimeNanos() {
            return nanos;
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    }
}
