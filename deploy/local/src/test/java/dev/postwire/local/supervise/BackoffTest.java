package dev.postwire.local.supervise;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BackoffTest {
    @Test
    void growsFromAThirdOfASecondToTenSeconds() {
        Backoff backoff = new Backoff();

        List<Long> waits =
                Stream.generate(backoff::next).limit(8).map(Duration::toMillis).toList();

        assertEquals(List.of(300L, 600L, 1200L, 2400L, 4800L, 9600L, 10_000L, 10_000L), waits);
    }

    @Test
    void startsOverWhenReset() {
        Backoff backoff = new Backoff();
        backoff.next();

        backoff.reset();

        assertEquals(Duration.ofMillis(300), backoff.next());
    }
}
