package dev.postwire.ingest.post;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.postwire.ingest.post.ContentType.Format;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContentTypeTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "text/markdown | MARKDOWN | text/markdown",
                "Text/HTML | HTML | text/html",
                "text/plain;charset=ISO-8859-1 | PLAIN | text/plain;charset=ISO-8859-1",
                "text/markdown; charset=UTF-8; variant=GFM | MARKDOWN | text/markdown; charset=UTF-8; variant=GFM",
                "text/plain; format=\"flo\\\"wed\"; | PLAIN | text/plain; format=\"flo\\\"wed\";",
                "application/json | ENVELOPE | application/json",
                "application/json;charset=\"utf-8\" | ENVELOPE | application/json;charset=\"utf-8\""
            })
    void keepsTheParametersAsGiven(String header, Format format, String declared) {
        assertEquals(Optional.of(new ContentType(format, declared)), ContentType.of(header));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "text",
                "image/png",
                "text/*",
                "*/*",
                "application/x-ndjson",
                "multipart/form-data; boundary=x",
                "text/plain; charset",
                "text/plain, text/html",
                "text/plain; a=\"\u0007\"",
                "application/json; charset=utf-16"
            })
    void refusesOtherTypesAndWhatIsMalformed(String header) {
        assertTrue(ContentType.of(header).isEmpty());
    }

    @Test
    void isQuickWithWhateverItIsGiven() {
        String hostile = "text/plain" + " ; ".repeat(80) + "\u0007";
        assertTimeoutPreemptively(Duration.ofSeconds(1), () -> ContentType.of(hostile));
    }
}
