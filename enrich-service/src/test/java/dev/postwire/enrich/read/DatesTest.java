package dev.postwire.enrich.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.postwire.enrich.post.Moment;
import org.junit.jupiter.api.Test;
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
        "'Tue, 3 Jun 08 11:05 EST', 2008-06-03T11:05:00-05:00, time",
        "'Wed Jul  3 13:46:42 2013', 2013-07-03T13:46:42Z, time",
        "Wed Jul 03 2013 13:46:42 GMT+0200 (CEST), 2013-07-03T13:46:42+02:00, time",
        "'July 3rd, 2013', 2013-07-03T00:00:00Z, day",
        "'3. Juli 2013, 20:46 Uhr', 2013-07-03T20:46:00Z, time",
        "03.07.2013, 2013-07-03T00:00:00Z, day",
        "Mar 2019, 2019-03-01T00:00:00Z, month",
        "2013年7月3日, 2013-07-03T00:00:00Z, day",
        "20130703T134642Z, 2013-07-03T13:46:42Z, time",
        "20130703, 2013-07-03T00:00:00Z, day",
        "2013-07-03 1:46 PM, 2013-07-03T13:46:00Z, time",
        "2013-07-03 13:46 Europe/Vienna, 2013-07-03T13:46:00+02:00, time",
        "2013-07-03 13:46:42 +08, 2013-07-03T13:46:42+08:00, time",
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
            strings = {
                "",
                "yesterday",
                "2019-13-01",
                "2019-02-30",
                "12",
                "2019-01-01T25:00",
                "20190101T",
                "99999-01-01",
                "7/3/2013",
                "marvellous 2019",
                "0001-01-01T00:00:00Z"
            })
    void inventsNothing(String text) {
        assertTrue(Dates.parse(text).isEmpty());
    }

    @Test
    void readsTimesInANamedRegionAndRightAfterAnIdeograph() {
        assertEquals(
                "2013-07-03T13:46:42-04:00",
                Dates.parse("2013-07-03 13:46:42 America/New_York")
                        .orElseThrow()
                        .text());
        assertEquals(
                "2013-07-03T13:46:00Z",
                Dates.parse("2013年7月3日13:46").orElseThrow().text());
    }
}
