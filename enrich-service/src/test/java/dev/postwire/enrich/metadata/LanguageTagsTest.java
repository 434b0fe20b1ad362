package dev.postwire.enrich.metadata;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageTagsTest {
    @ParameterizedTest
    @CsvSource({
        "en, en",
        "EN_us, en-US",
        "zh-Hans-CN, zh-Hans-CN",
        "gsw, gsw",
        "English, en",
        "deutsch, de",
        "Español, es",
        " fr , fr"
    })
    void readsWhatAuthorsWrite(String said, String tag) {
        assertEquals(Optional.of(tag), LanguageTags.of(said));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "und", "xx", "klingon", "en fr", "12"})
    void findsNoLanguageInOtherWords(String said) {
        assertEquals(Optional.empty(), LanguageTags.of(said));
    }
}
