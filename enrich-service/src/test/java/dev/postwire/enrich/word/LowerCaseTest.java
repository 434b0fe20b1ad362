package dev.postwire.enrich.word;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LowerCaseTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "A Title of Words",
                "\u0130stanbul I\u0131i \u0130\u0130",
                "\u039F\u0394\u039F\u03A3 \u03A3 \u03A3\u039F\u03A6\u039F\u03A3, \u03A3\u0391\u03A3.",
                "\u039F\u0394\u039F\u03A3\u0301 \u039F\u03A3\u0301\u0391 \u0391\u03A32 A\u03A3 \u0130\u03A3",
                "D\u0391\u03A3'\u0391 \uD801\uDC00 \u8A9E\u03A3"
            })
    void isWhatThePlatformGives(String text) {
        assertEquals(text.toLowerCase(Locale.ROOT), LowerCase.of(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0130", "\u03A3", "\u03A3\u0301", "\u0391\u03A3 "})
    void takesTimeThatGrowsWithTheText(String piece) {
        String text = piece.repeat((1 << 19) / piece.length());

        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> LowerCase.of(text));
    }
}
