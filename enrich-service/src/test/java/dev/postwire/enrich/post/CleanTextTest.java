package dev.postwire.enrich.post;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import org.junit.jupiter.api.Test;

class CleanTextTest {
    @Test
    void leavesCleanTextAsItIs() {
        String text = "A line,\n\ta tab, ünïcödé, 語, 😀.";

        assertSame(text, CleanText.of(text));
    }

    @Test
    void takesOutControlsAndMendsLineEndsAndHalvesOfPairs() {
        assertEquals("ab\nc\nd\uFFFDe\uFFFD", CleanText.of("a\u0000b\r\nc\rd\uD83De\uDE00\u0007"));
    }

    @Test
    void keepsWordsApartThatAControlDivides() {
        assertEquals("a\nb\nc\nd", CleanText.of("a\u0085b\u000Bc\fd"));
    }

    @Test
    void foldsWhiteSpaceOfAllKinds() {
        assertEquals("a b c", CleanText.oneLine(" \u00A0a\n\u3000 b\tc "));
    }
}
