package dev.postwire.enrich.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.postwire.enrich.post.Moment;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatesTest {
    @ParameterizedTest
    @CsvSource({
        "2014-05-25T18:59:37+02:00, 2014-05-25T18:59:37+02:00, time",
        "2013-07-03 13:46:42 -0600, 2013-07-03T13:46:42-06:00, time",
        "2013/7/13 20:46:25, 2013-07-13T20:46:25Z, time",
        "2026.01.02, 2026-01-02T00:00:00Z, day",
        "2022-02-9, 2022-02-09T00:00:00Z, day",
        "2021-02-09T08:00:00.123Z, 2021-02-09T08:00:00Z, time",
        "2019-11, 2019-11-01T00:00:00Z, month",
        "2019, 2019-01-01T00:00:00Z, year",
        "'Tue, 3 Jun 2008 11:05:30 GMT', 2008-06-03T11:05:30Z, time",
        "1371110400, 2013-06-13T08:00:00Z, time",
        "1371110400000, 2013-06-13T08:00:00Z, time"
    })
    void readsWhatPeopleWrite(String text, String expected, String precision) {
        Moment moment = Dates.parse(text).orElseThrow();

        assertEquals(expected, moment.text());
        assertEquals(precision, moment.precision().code());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "yesterday", "2019-13-01", "2019-02-30", "12", "2019-01-01T25:00", "20190101T", "99999-01-01"
            })
    void inventsNothing(String text) {
        assertTrue(Dates.parse(text).isEmpty());
    }
}
