package dev.postwire.ingest.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class InFlightTest {
    private final InFlight inFlight = new InFlight(2 * InFlight.CALL_BYTES + 100);

    @Test
    void turnsAwayWhoFindsNoRoom() {
        InFlight.Place first = inFlight.enter().orElseThrow();
        InFlight.Place second = inFlight.enter().orElseThrow();
        assertTrue(inFlight.enter().isEmpty());
        assertTrue(first.grow(100));
        assertFalse(second.grow(1));
        first.leave();
        assertTrue(second.grow(1));
    }

    @Test
    void whoIsTurnedAwayTakesNothing() {
        InFlight.Place place = inFlight.enter().orElseThrow();
        assertFalse(place.grow(1_000_000));
        assertEquals(InFlight.CALL_BYTES, inFlight.taken());
    }

    @Test
    void leavingTwiceGivesBackOnce() {
        InFlight.Place place = inFlight.enter().orElseThrow();
        inFlight.enter();
        place.leave();
        place.leave();
        assertEquals(InFlight.CALL_BYTES, inFlight.taken());
    }

    @Test
    void tellsWhatWouldNeverFitFromWhatDoesNotFitNow() {
        InFlight.Place first = inFlight.enter().orElseThrow();
        InFlight.Place second = inFlight.enter(100).orElseThrow();
        assertFalse(first.grow(200));
        assertTrue(first.couldGrow(200));
        assertFalse(first.couldGrow(2 * InFlight.CALL_BYTES));
        second.shrink(100);
        assertTrue(first.grow(100));
        first.leave();
        second.leave();
        assertEquals(0, inFlight.taken());
    }

    @Test
    void tellsWhetherHalfIsTaken() {
        assertTrue(inFlight.halfFree());
        InFlight.Place place = inFlight.enter().orElseThrow();
        assertTrue(inFlight.halfFree());
        inFlight.enter(100).orElseThrow();
        assertFalse(inFlight.halfFree());
        place.leave();
        assertFalse(inFlight.halfFree());
    }

    @Test
    void manyAtOnceNeverTakeMoreThanThereIs() {
        List<Optional<InFlight.Place>> places = IntStream.range(0, 1_000)
                .parallel()
                .mapToObj(i -> inFlight.enter())
                .toList();
        assertTrue(places.stream().filter(Optional::isPresent).count() <= 2);
        places.forEach(place -> place.ifPresent(InFlight.Place::leave));
        assertEquals(0, inFlight.taken());
    }
}
