package dev.postwire.query.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AcceptTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "application/json | JSON",
                "*/* | JSON",
                "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8 | HTML",
                "text/markdown | MARKDOWN",
                "text/plain;q=0.5, text/markdown;q=0.9 | MARKDOWN",
                "TEXT/Plain ; Q=0.3, application/json;q=0.2 | TEXT",
                "text/* | HTML",
                "text/*;q=0.5, text/plain | TEXT",
                "*/*, application/json;q=0 | HTML",
                "*/*;q=0.1, text/html;q=0, application/json;q=0 | MARKDOWN",
                "image/png | NONE",
                "application/json;q=0 | NONE",
                "application/json;q=x | JSON",
                "application/json;q=7 | JSON",
                "nonsense | JSON",
                ", ,; | JSON",
                "application/*+json, text/plain;q=0.1 | TEXT"
            })
    void choosesTheFormOfTheGreatestWeight(String header, String form) {
        assertEquals(form, Accept.parse(header).choose().map(Enum::name).orElse("NONE"));
    }
}
