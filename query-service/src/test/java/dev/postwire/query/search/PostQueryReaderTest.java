package dev.postwire.query.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.postwire.query.search.PostQueryReader.Typed;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PostQueryReaderTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    @Test
    void readsFiltersAsPeopleWriteThem() throws Exception {
        PostQuery query = PostQueryReader.read(new Typed(
                Optional.empty(),
                List.of("Web Dev", "python", "web-dev"),
                Optional.of(" PT-br "),
                Optional.of("WWW.Example.org"),
                Optional.of("  Ines   OKAFOR "),
                Optional.of("2014-05-25"),
                Optional.of("2014-05-25T18:59:37 02:00"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty()));

        assertEquals(List.of("python", "web-dev"), query.tags());
        assertEquals(Optional.of("pt-br"), query.language());
        assertEquals(Optional.of("example.org"), query.site());
        assertEquals(Optional.of("ines okafor"), query.author());
        assertEquals(Optional.of(Instant.parse("2014-05-25T00:00:00Z")), query.from());
        assertEquals(Optional.of(Instant.parse("2014-05-25T16:59:37.000001Z")), query.until());
        assertEquals(Sort.PUBLISHED, query.sort());
    }

    @Test
    void meansTheWholeDayByADate() throws Exception {
        assertEquals(Instant.parse("2014-05-26T00:00:00Z"), Parameters.until("2014-05-25"));
    }

    @Test
    void meansTheWholeYearOrMonthAsTheTimelineWritesThem() throws Exception {
        assertEquals(Instant.parse("2014-01-01T00:00:00Z"), Parameters.from("2014"));
        assertEquals(Instant.parse("2015-01-01T00:00:00Z"), Parameters.until("2014"));
        assertEquals(Instant.parse("2014-12-01T00:00:00Z"), Parameters.from("2014-12"));
        assertEquals(Instant.parse("2015-01-01T00:00:00Z"), Parameters.until("2014-12"));
    }

    @Test
    void refusesAnEndBeforeTheBeginningAndNamesIt() {
        MalformedQuery refused = assertThrows(MalformedQuery.class, () -> between("2014-05-25", "2014-05-24"));

        assertEquals("to", refused.parameter());
    }

    @Test
    void takesOneDayForBoth() throws Exception {
        assertEquals(
                Optional.of(Instant.parse("2014-05-26T00:00:00Z")),
                between("2014-05-25", "2014-05-25").until());
    }

    private static PostQuery between(String from, String to) throws MalformedQuery {
        Optional<String> none = Optional.empty();
        return PostQueryReader.read(
                new Typed(none, List.of(), none, none, none, Optional.of(from), Optional.of(to), none, none, none));
    }

    @ParameterizedTest
    @CsvSource({
        "German,de",
        "deutsch,de",
        "deu,de",
        "日本語,ja",
        "en,en",
        "PT-br,pt-br",
        "zh-Hant,zh-hant",
        "klingon,klingon"
    })
    void knowsLanguagesByTheirNames(String typed, String code) {
        assertEquals(code, LanguageNames.code(typed));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "20140525",
                "2014-13",
                "2014-13-01",
                "2014-02-30",
                "yesterday",
                "+999999999-01-01T00:00:00Z",
                "2014-05-25T18:59"
            })
    void refusesWhatIsNoDate(String text) {
        assertThrows(MalformedQuery.class, () -> Parameters.from(text));
    }

    @ParameterizedTest
    @CsvSource({"500ms,500", "10s,10000", "1m,60000", "7,7000", "0,0"})
    void readsDurations(String text, long millis) throws Exception {
        assertEquals(Duration.ofMillis(millis), Parameters.wait(text, MINUTE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "61s", "2m", "-1s", "1h", "s", "1.5s", "9999999999s", "PT1S"})
    void refusesWhatIsNoDurationOrTooLong(String text) {
        assertThrows(MalformedQuery.class, () -> Parameters.wait(text, MINUTE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "101", "-1", "x", "1.0", "99999999999"})
    void refusesWhatIsNoLimit(String text) {
        assertThrows(MalformedQuery.class, () -> Parameters.limit(text, 100));
    }

    @Test
    void tellsQueriesApartByEveryPart() throws Exception {
        assertNotEquals(identity("a b", "x"), identity("\"a b\"", "x"));
        assertNotEquals(identity("a", "x"), identity("a", "y"));
        assertEquals(identity("a", "x"), identity(" a ", "X"));
    }

    private static String identity(String q, String tag) throws MalformedQuery {
        Optional<String> none = Optional.empty();
        return PostQueryReader.read(
                        new Typed(Optional.of(q), List.of(tag), none, none, none, none, none, none, none, none))
                .identity();
    }
}
