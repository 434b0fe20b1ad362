package dev.postwire.enrich.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.postwire.enrich.post.EnrichedPost.CodeBlock;
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

        assertEquals("en-GB", language.code());
        assertEquals("author", language.from());
        assertEquals("de", language.detected());
        assertTrue(language.confidence() < 0.1, "the text says otherwise");
        assertEquals("language-differs", warnings.get(0).code());
    }

    @Test
    void isSurerOfAnAuthorWhomTheTextBearsOut() {
        assertEquals(new Language("de-AT", 1, "author", null), step.decide(GERMAN, Optional.of("de-AT"), warnings));
        assertTrue(warnings.isEmpty());
    }

    @Test
    void trustsTheAuthorWhereTheTextSaysNothing() {
        assertEquals(new Language("de", 0.97, "author", null), step.decide("v2.4.1", Optional.of("de"), warnings));
    }

    @Test
    void countsTheNorwegiansSubtagsAsOne() {
        String text = "Jeg vet ikke hvorfor toget ble stående hele natten, men vi kom oss hjem til slutt.";

        assertEquals("no", step.decide(text, Optional.of("no"), warnings).code());
        assertTrue(warnings.isEmpty());
    }

    @Test
    void leavesCodeOut() {
        String code = "🎉 if the value is not there then return the default of this and that\n".repeat(8);
        String text = code + GERMAN;
        List<CodeBlock> blocks = List.of(new CodeBlock(null, 0, code.codePointCount(0, code.length())));

        assertEquals("de", step.decide(text, blocks, Optional.empty(), warnings).code());
        assertEquals("en", step.decide(text, Optional.empty(), warnings).code());
    }

    @Test
    void neverGuesses() {
        for (String text : List.of("", "12345 678", "x", ":) :)")) {
            assertEquals("und", step.decide(text, Optional.empty(), warnings).code(), text);
        }
    }
}
