package dev.postwire.query.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ValidatorsTest {
    private static final Instant NOW = Instant.now();

    @Test
    void tellsTwoRevisionsOfOneSecondApartByNoDate() {
        Validators second = Validators.post(2, NOW, "");

        assertFalse(second.areGood(Optional.empty(), date(NOW)), "the copy may be of revision 1");
        assertEquals(Optional.empty(), second.modified(), "nobody is given a date to come back with");
        assertTrue(second.areGood(Optional.of(second.tag()), date(NOW)));
        assertFalse(second.areGood(Optional.of(Validators.post(1, NOW, "").tag()), date(NOW)));
    }

    @Test
    void takesTheDateOfWhatIsSettled() {
        Instant stored = NOW.minusSeconds(60);
        Validators settled = Validators.post(1, stored, "");

        assertTrue(settled.areGood(Optional.empty(), date(stored)));
        assertFalse(settled.areGood(Optional.empty(), date(stored.minusSeconds(1))));
        assertFalse(settled.areGood(Optional.empty(), Optional.of("yesterday")));
        assertFalse(settled.areGood(Optional.of("W/\"other\""), date(stored)), "the tag decides");
    }

    @Test
    void takesNoDateOfAListThatAnEntryMayLeave() {
        Validators feed = Validators.undated("W/\"x\"");

        assertFalse(feed.areGood(Optional.empty(), date(NOW)));
        assertTrue(feed.areGood(Optional.of("W/\"x\""), Optional.empty()));
    }

    private static Optional<String> date(Instant at) {
        return Optional.of(DateTimeFormatter.RFC_1123_DATE_TIME.format(at.atOffset(ZoneOffset.UTC)));
    }
}
