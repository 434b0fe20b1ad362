package dev.postwire.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class WordF1Test {
    @Test
    void countsAWordAsOftenAsBothTextsHaveIt() {
        WordF1 score = WordF1.of("the cat the cat", "The cat sat on the mat");

        assertEquals(new WordF1(3 / 4.0, 3 / 6.0, 0.6), score);
    }

    @Test
    void isZeroWhereNothingIsShared() {
        assertEquals(new WordF1(0, 0, 0), WordF1.of("a", "b"));
        assertEquals(new WordF1(0, 0, 0), WordF1.of("", "b"));
    }

    @Test
    void isFullWhereNeitherHasAWord() {
        assertEquals(new WordF1(1, 1, 1), WordF1.of("!", "…"));
        assertEquals(new WordF1(0, 0, 0), WordF1.of("word", ""));
    }
}
