package dev.postwire.enrich.kafka;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ThrottleTest {
    private static final long SECOND = 1_000_000_000L;

    @Test
    void keepsTheRateOverTime() {
        Throttle throttle = new Throttle(0);

        assertEquals(100, through(throttle, 0, 10 * SECOND, 10), 1);
    }

    @Test
    void savesUpForASecondAtTheMost() {
        Throttle throttle = new Throttle(0);
        through(throttle, 0, SECOND, 10);

        assertTrue(through(throttle, 3_600 * SECOND, 3_600 * SECOND + 1, 10) <= 10);
    }

    @Test
    void keepsARateBelowOneASecond() {
        Throttle throttle = new Throttle(0);

        assertEquals(5, through(throttle, 0, 10 * SECOND, 0.5), 1);
    }

    private static int through(Throttle throttle, long from, long to, double rate) {
        int through = 0;
        for (long now = from; now < to; now += SECOND / 100) {
            while (throttle.open(rate, now)) {
                throttle.used();
                through++;
            }
        }
        return through;
    }
}
