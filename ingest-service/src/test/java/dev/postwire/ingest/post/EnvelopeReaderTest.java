package dev.postwire.ingest.post;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.postwire.contracts.GoldenSample;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EnvelopeReaderTest {
    private final EnvelopeReader reader = new EnvelopeReader();

    @Test
    void readsTheGoldenSample() {
        byte[] body = GoldenSample.named("posts.raw.v1", "envelope").value().orElseThrow();
        Envelope.Good good = assertInstanceOf(Envelope.Good.class, reader.read(body));
        assertEquals("letters-41", good.id().orElseThrow().value());
        assertEquals("https://letters.example/41", good.url().orElseThrow().value());
    }

    @Test
    void contentAloneIsEnough() {
        Envelope.Good good = assertInstanceOf(Envelope.Good.class, read("{\"content\":\"x\"}"));
        assertTrue(good.id().isEmpty());
        assertTrue(good.url().isEmpty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"content\":\"x\",\"title\":null}",
                "{\"content\":\"x\",\"title\":\"a title\\nin two lines\"}",
                "{\"content\":\"x\",\"authors\":[{\"name\":\"A\",\"url\":\"https://a.example\"},\"B\"]}",
                "{\"content\":\"x\",\"authors\":[],\"tags\":[]}",
                "{\"content\":\"x\",\"contentType\":\"text/html; charset=utf-8\"}",
                "\uFEFF{\"content\":\"x\"}",
                " \n{\"content\":\"\\ud83d\\udea2\"}\n"
            })
    void takesEveryWayToSayIt(String json) {
        assertInstanceOf(Envelope.Good.class, read(json));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"content\":1} | /content | must be a string",
                "{\"content\":\" \\n\"} | /content | must not be blank",
                "{} | /content | is missing",
                "{\"content\":null} | /content | is missing",
                "{\"content\":\"x\",\"titel\":\"y\"} | /titel | is no field of an envelope",
                "{\"content\":\"x\",\"a/b~c\":\"y\"} | /a~1b~0c | is no field of an envelope",
                "{\"content\":\"x\",\"title\":[\"y\"]} | /title | must be a string",
                "{\"content\":\"x\",\"id\":\"a b\"} | /id | must be of the form [A-Za-z0-9._~-]{1,128}",
                "{\"content\":\"x\",\"tags\":\"y\"} | /tags | must be an array",
                "{\"content\":\"x\",\"tags\":[\"y\",7]} | /tags/1 | must be a string",
                "{\"content\":\"x\",\"tags\":[null]} | /tags/0 | must be a string",
                "{\"content\":\"x\",\"authors\":[{\"url\":\"https://a.example\"}]} | /authors/0/name | is missing",
                "{\"content\":\"x\",\"authors\":[{\"name\":\"A\",\"mail\":\"a\"}]} | /authors/0/mail | is no field of an author",
                "{\"content\":\"x\",\"contentType\":\"application/json\"} | /contentType | must be text/markdown, text/html or text/plain",
                "{\"content\":\"x\",\"url\":\"/a\"} | /url | must be an absolute http or https URL without a user name",
                "{\"content\":\"x\",\"title\":\"a\\u0000\"} | /title | must not contain control characters",
                "{\"content\":\"x\",\"title\":\"\\ud83d\"} | /title | must be valid Unicode"
            })
    void namesTheFieldThatIsWrong(String json, String pointer, String message) {
        assertEquals(new Envelope.Wrong(List.of(new Fault(pointer, message))), read(json));
    }

    @Test
    void namesAllFieldsThatAreWrong() {
        Envelope.Wrong wrong = assertInstanceOf(
                Envelope.Wrong.class, read("{\"id\":1,\"published\":\"soon\",\"updated\":\"x\",\"language\":\"_\"}"));
        assertEquals(
                List.of("/id", "/published", "/updated", "/language", "/content"),
                wrong.faults().stream().map(Fault::field).toList());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"content\":\"half of i | 1 | 22 | ends in the middle",
                "{\"content\":\"x\" | 1 | 15 | ends in the middle",
                "{\"content\":\"x\"} {} | 1 | 17 | is no valid JSON at this place",
                "{\"content\":x} | 1 | 12 | is no valid JSON at this place",
                "[] | 1 | 1 | is no JSON object",
                "\"x\" | 1 | 1 | is no JSON object",
                "null | 1 | 1 | is no JSON object",
                "{'content':1} | 1 | 2 | is no valid JSON at this place"
            })
    void saysWhereTheJsonBreaks(String json, int line, int column, String message) {
        assertEquals(new Envelope.Malformed(message, line, column), read(json));
    }

    @Test
    void countsLinesAndCodePoints() {
        assertEquals(new Envelope.Malformed("ends in the middle", 3, 5), read("{\n\"content\":\n\"🚢🚢🚢"));
        assertEquals(3, ((Envelope.Malformed) read("{\n\"title\":\"🚢\",\r\n\"content\": oops}")).line());
    }

    @Test
    void aNameThatStandsTwiceIsMalformed() {
        assertInstanceOf(Envelope.Malformed.class, read("{\"content\":\"x\",\"content\":\"y\"}"));
    }

    @Test
    void deepNestingIsMalformedAndQuick() {
        assertInstanceOf(Envelope.Malformed.class, read("[".repeat(100_000)));
        assertInstanceOf(Envelope.Malformed.class, read("{\"a\":".repeat(100_000)));
        assertInstanceOf(Envelope.Malformed.class, read("{\"content\":\"x\",\"a\":" + "9".repeat(100_000) + "}"));
    }

    @Test
    void bytesThatAreNotUtf8AreMalformedWhereTheyStand() {
        byte[] latin = "{\"content\":\n\"caf\u00e9\"}".getBytes(StandardCharsets.ISO_8859_1);
        assertEquals(new Envelope.Malformed("is not UTF-8 from here on", 2, 5), reader.read(latin));
    }

    @Test
    void messagesNeverQuoteTheBody() {
        assertFalse(read("{\"content\": secret}").toString().contains("secret"));
        assertFalse(
                read("{\"content\":\"x\",\"title\":{\"secret\":1}}").toString().contains("secret"));
    }

    private Envelope read(String json) {
        return reader.read(json.getBytes(StandardCharsets.UTF_8));
    }
}
