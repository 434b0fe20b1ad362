package dev.postwire.ingest.kafka;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class OutageTest {
    private long now = 1;
    private final Outage outage = new Outage(() -> now);

    @Test
    void triesEverythingWhileAllIsWell() {
        assertTrue(outage.mayTry());
        assertTrue(outage.mayTry());
    }

    @Test
    void triesEverythingAtFirstThenOneASecond() {
        outage.goesOn();
        after(3_900);
        assertTrue(outage.mayTry() && outage.mayTry());
        after(100);
        assertFalse(outage.mayTry());
        after(1_000);
        assertTrue(outage.mayTry());
        assertFalse(outage.mayTry());
    }

    @Test
    void failuresOnTheWayDoNotPutOffWhatIsKnown() {
        outage.goesOn();
        after(3_000);
        outage.goesOn();
        outage.mayTry();
        after(999);
        assertTrue(outage.mayTry());
        after(2);
        assertFalse(outage.mayTry());
    }

    @Test
    void aTrialThatTookLongMakesNoRoomForAnother() {
        outage.goesOn();
        after(5_000);
        assertTrue(outage.mayTry());
        after(3_000);
        outage.goesOn();
        assertFalse(outage.mayTry());
        after(1_000);
        assertTrue(outage.mayTry());
    }

    @Test
    void isOverWithTheFirstAcknowledgement() {
        outage.goesOn();
        after(10_000);
        outage.over();
        assertTrue(outage.mayTry() && outage.mayTry());
    }

    @Test
    void isKnownToBeOverOnlyByAnAcknowledgementThatIsTheLastThingHeardAndNotOfLongAgo() {
        assertFalse(outage.isOver());
        outage.over();
        assertTrue(outage.isOver());
        outage.goesOn();
        assertFalse(outage.isOver());
        outage.over();
        after(Duration.ofMinutes(59).toMillis());
        assertTrue(outage.isOver());
        after(Duration.ofMinutes(1).toMillis());
        assertFalse(outage.isOver());
    }

    private void after(long millis) {
        now += Duration.ofMillis(millis).toNanos();
    }
}
