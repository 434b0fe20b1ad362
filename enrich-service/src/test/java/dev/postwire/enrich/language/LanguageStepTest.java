package dev.postwire.enrich.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.postwire.enrich.post.EnrichedPost.Language;
import dev.postwire.enrich.post.Warning;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LanguageStepTest {
    private static final String GERMAN =
            "Am Wochenende fuhren wir mit dem Nachtzug über drei große Brücken nach Hause.";

    private final LanguageStep step = new LanguageStep();
    private final List<Warning> warnings = new ArrayList<>();

    @Test
    void detectsWhatNobodySaid() {
        Language language = step.decide(GERMAN, Optional.empty(), warnings);

        assertEquals("de", language.code());
        assertEquals("detected", language.from());
        assertTrue(language.confidence() > 0.9);
    }

    @Test
    void keepsTheAuthorsWordAndSaysThatTheTextDiffers() {
        Language language = step.decide(GERMAN, Optional.of("en-GB"), warnings);

        assertEquals(new Language("en-GB", 1, "author", "de"), language);
        assertEquals("language-differs", warnings.get(0).code());
    }

    @Test
    void neverGuesses() {
        for (String text : List.of("", "12345 678", "x", ":) :)")) {
            assertEquals("und", step.decide(text, Optional.empty(), warnings).code(), text);
        }
    }
}
