package dev.postwire.ingest.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FeedDateTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2003-12-13T18:30:02Z | 2003-12-13T18:30:02Z",
                "2003-12-13T18:30:02.25+01:00 | 2003-12-13T18:30:02+01:00",
                "2003-12-13 18:30 | 2003-12-13T18:30:00Z",
                "20031213T183002Z | 2003-12-13T18:30:02Z",
                "2003-12-13T24:00:00Z | 2003-12-14T00:00:00Z",
                "2003-12-13 | 2003-12-13",
                "2003-12 | 2003-12",
                "2003 | 2003",
                "Thu, 01 Jan 2004 19:48:21 GMT | 2004-01-01T19:48:21Z",
                "Thu, 1 Jan 04 19:48 PDT | 2004-01-01T19:48:00-07:00",
                "01 January 2004 19:48:21 +0530 | 2004-01-01T19:48:21+05:30",
                "Thu,  01 Jan 2004 19:48:60 GMT+2 | 2004-01-01T19:48:59+02:00",
                "01-Jan-2004 | 2004-01-01",
                "January 1, 2004 | 2004-01-01",
                "Thursday, Jan 1 2004 9:48:21 | 2004-01-01T09:48:21Z"
            })
    void readsWhatFeedsWrite(String written, String read) {
        assertEquals(Optional.of(read), FeedDate.read(written));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "soon",
                "2003-13-01",
                "31 Feb 2004",
                "2003-12-13T25:00:00Z",
                "01 Foo 2004",
                "12/13/2003",
                "1.5",
                "2003-12-13 later"
            })
    void takesNothingElseForADate(String written) {
        assertEquals(Optional.empty(), FeedDate.read(written));
    }
}
