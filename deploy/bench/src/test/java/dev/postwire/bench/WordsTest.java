package dev.postwire.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Each expectation is what Python 3.11 answers to {@code re.findall(r"\w+", text.lower())}. */
class WordsTest {
    @Test
    void countsLowerCasedRunsOfLettersDigitsAndUnderscores() {
        assertEquals(Map.of("don", 1, "t", 2, "snake_case", 1, "42", 1), Words.counts("Don't T snake_case, 42!"));
    }

    @Test
    void takesWhateverHasANumericValueForPartOfAWord() {
        assertEquals(Set.of("x²", "½", "ⅳ", "①"), Words.counts("x² ½, Ⅳ ①").keySet());
    }

    @Test
    void endsAWordAtACombiningMark() {
        assertEquals(
                Set.of("cafe", "ह", "न", "द"),
                Words.counts("cafe\u0301 ह\u093fन\u094dद\u0940").keySet());
    }

    @Test
    void takesAnUnbrokenRunOfHanForOneWord() {
        assertEquals(Map.of("正文提取", 1, "很好", 1), Words.counts("正文提取，很好。"));
    }

    @Test
    void countsInCodePoints() {
        assertEquals(Set.of("𝒜b", "x"), Words.counts("𝒜b😀x").keySet());
    }

    @Test
    void lowersAsUnicodeSays() {
        assertEquals(
                Set.of("ὀδυσσεύς", "i", "stanbul"),
                Words.counts("ὈΔΥΣΣΕΎΣ İstanbul").keySet());
    }

    @Test
    void findsNoneInNothing() {
        assertEquals(Map.of(), Words.counts(" … "));
    }
}
