package dev.postwire.local.supervise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.postwire.local.part.Health;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WatchTest {
    private final Watch watch = new Watch();

    @Test
    void givesUpOnAPartThatSaysDownThreeTimesInARow() {
        watch.judge(Health.up());

        assertTrue(watch.judge(Health.down("loop")).isEmpty());
        assertTrue(watch.judge(Health.down("loop")).isEmpty());
        assertEquals(Optional.of("loop"), watch.judge(Health.down("loop")));
    }

    @Test
    void forgivesADownThatPasses() {
        watch.judge(Health.down("loop"));
        watch.judge(Health.down("loop"));
        watch.judge(Health.waiting("database"));

        assertTrue(watch.judge(Health.down("loop")).isEmpty());
    }

    @Test
    void bearsAnySilenceOfAPartThatStarts() {
        for (int i = 0; i < 1000; i++) {
            assertTrue(watch.judge(Health.silent("starting")).isEmpty());
        }
    }

    @Test
    void givesUpOnAPartThatFallsSilentForHalfAMinute() {
        watch.judge(Health.up());
        for (int i = 1; i < 15; i++) {
            assertTrue(watch.judge(Health.silent("hangs")).isEmpty());
        }

        assertEquals(Optional.of("hangs"), watch.judge(Health.silent("hangs")));
    }

    @Test
    void looksOftenUntilReadyAndSeldomAfterwards() {
        assertEquals(Duration.ofMillis(100), watch.interval());

        watch.judge(Health.up());

        assertEquals(Duration.ofSeconds(2), watch.interval());
    }
}
