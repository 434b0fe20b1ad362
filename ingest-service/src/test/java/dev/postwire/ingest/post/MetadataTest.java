package dev.postwire.ingest.post;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.postwire.ingest.post.Metadata.Field;
import dev.postwire.ingest.post.Metadata.Reading;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MetadataTest {
    @Test
    void keepsWhatWasSaidInItsOrder() {
        Metadata said = said(Map.of(
                "url", List.of("https://example.com/"),
                "author", List.of("Ines Okafor", "Bo Lindqvist"),
                "tag", List.of("Night Trains", "C#")));
        assertEquals("https://example.com/", said.first(Field.URL).orElseThrow());
        assertEquals(List.of("Ines Okafor", "Bo Lindqvist"), said.values().get(Field.AUTHOR));
        assertEquals(List.of("Night Trains", "C#"), said.values().get(Field.TAG));
        assertTrue(said.first(Field.TITLE).isEmpty());
    }

    @Test
    void namesEveryFieldThatIsWrong() {
        List<Fault> faults = wrong(Map.of(
                "url", List.of("example.com"),
                "title", List.of("a", "b"),
                "published", List.of("soon"),
                "language", List.of("english_please"),
                "tag", List.of("ok", " ")));
        assertEquals(
                List.of("language", "published", "tag", "title", "url"),
                faults.stream().map(Fault::field).sorted().toList());
    }

    @Test
    void aParameterNobodyKnowsIsAFault() {
        assertEquals(List.of(new Fault("titel", "is no parameter of this call")), wrong(Map.of("titel", List.of("x"))));
        String field =
                wrong(Map.of("<script>" + "x".repeat(99), List.of("x"))).get(0).field();
        assertTrue(field.matches("[a-z]{40}"), field);
    }

    @Test
    void theNumberOfValuesIsBounded() {
        assertEquals(
                "must be given at most 100 times",
                wrong(Map.of("tag", Collections.nCopies(101, "a"))).get(0).message());
        assertEquals(
                "must be given at most 50 times",
                wrong(Map.of("author", Collections.nCopies(51, "a"))).get(0).message());
    }

    @ParameterizedTest
    @CsvSource({"title, 1000", "author, 200", "tag, 100"})
    void lengthsAreBounded(String parameter, int most) {
        assertFalse(said(Map.of(parameter, List.of("a".repeat(most)))).values().isEmpty());
        assertEquals(
                parameter,
                wrong(Map.of(parameter, List.of("a".repeat(most + 1)))).get(0).field());
    }

    @Test
    void lineBreaksInATitlePass() {
        assertFalse(said(Map.of("title", List.of("a\r\n\tb"))).values().isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000b", "a\u001bb", "a\u007f", "a\u0085b", "a\u2028b", "a\ud800b", "", "\u2003"})
    void controlCharactersAndBlanksAreRefused(String title) {
        assertEquals("title", wrong(Map.of("title", List.of(title))).get(0).field());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"en", "EN", "pt-BR", "zh-Hant-TW", "sr-Latn", "de-CH-1996", "und", "x-klingon", "i-klingon"})
    void languagesAreWellFormedTags(String tag) {
        boolean primary = !tag.startsWith("x-") && !tag.startsWith("i-");
        Reading reading = Metadata.read(Map.of("language", List.of(tag)));
        assertEquals(primary, reading instanceof Reading.Said);
    }

    @ParameterizedTest
    @ValueSource(strings = {"e", "english_please", "en_US", "en-", "-en", "en--US", "deutschland", "1a"})
    void otherLanguagesAreRefused(String tag) {
        assertEquals("language", wrong(Map.of("language", List.of(tag))).get(0).field());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2024",
                "2024-03",
                "2024-03-09",
                "2024/3/9",
                "2024-03-09T21:15",
                "2024-03-09T21:15:00Z",
                "2024-03-09T21:15:00.123456+01:00",
                "2024-03-09 21:15:00 +0100",
                "Sat, 09 Mar 2024 21:15:00 GMT"
            })
    void datesAreTakenAsPeopleWriteThem(String text) {
        assertTrue(Metadata.read(Map.of("published", List.of(text))) instanceof Reading.Said, text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "soon",
                "2024-13-01",
                "2024-02-30",
                "24-03-09",
                "2024-03-09T25:00Z",
                "2024-03-09T10:00+99:00",
                "09.03.2024"
            })
    void otherDatesAreRefused(String text) {
        assertEquals(
                "published", wrong(Map.of("published", List.of(text))).get(0).field());
    }

    @Test
    void messagesAndToStringDoNotRepeatTheValue() {
        assertFalse(wrong(Map.of("published", List.of("secret"))).toString().contains("secret"));
        assertFalse(said(Map.of("title", List.of("secret"))).toString().contains("secret"));
    }

    private static Metadata said(Map<String, List<String>> parameters) {
        return ((Reading.Said) Metadata.read(parameters)).metadata();
    }

    private static List<Fault> wrong(Map<String, List<String>> parameters) {
        return ((Reading.Wrong) Metadata.read(parameters)).faults();
    }
}
