package dev.postwire.query.store;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PauseTest {
    private long now = -7;
    private final Pause pause = new Pause(Duration.ofNanos(10), () -> now);

    @Test
    void isNoneWhileNothingFails() {
        assertTrue(pause.mayAsk());
        assertTrue(pause.mayAsk());
        assertFalse(pause.answered());
    }

    @Test
    void letsNobodyAskForAWhileAndThenOne() {
        assertTrue(pause.failed());
        now += 9;
        assertFalse(pause.mayAsk());

        now += 1;

        assertTrue(pause.mayAsk());
        assertFalse(pause.mayAsk(), "another one asks while the first does not know yet");
    }

    @Test
    void goesOnWhereTheOneWhoAskedFails() {
        pause.failed();
        now += 10;
        pause.mayAsk();
        now += 5;

        assertFalse(pause.failed(), "it was well in between");

        now += 9;
        assertFalse(pause.mayAsk());
        now += 1;
        assertTrue(pause.mayAsk());
    }

    @Test
    void endsWhereTheOneWhoAskedIsAnswered() {
        pause.failed();
        now += 10;
        pause.mayAsk();

        assertTrue(pause.answered());

        assertTrue(pause.mayAsk());
        assertTrue(pause.mayAsk());
    }
}
