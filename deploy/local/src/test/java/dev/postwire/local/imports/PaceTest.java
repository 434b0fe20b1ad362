package dev.postwire.local.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PaceTest {
    @Test
    void foreseesTheEndOnceThereIsSomethingToGoBy() {
        assertEquals("1,200 posts, 25%, 120/s, 0:30 left", Pace.line(1_200, 50, 200, Duration.ofSeconds(10)));
        assertEquals("3 posts, 1%, 0/s", Pace.line(3, 1, 200, Duration.ofSeconds(10)));
        assertEquals("9 posts, 100%, 1/s", Pace.line(9, 200, 200, Duration.ofSeconds(10)));
    }

    @Test
    void tellsNoRateOfNothing() {
        assertEquals(" in 2.0 s", Pace.of(0, Duration.ofSeconds(2)));
        assertEquals(" in 2.0 s (5 posts/s)", Pace.of(10, Duration.ofSeconds(2)));
    }
}
