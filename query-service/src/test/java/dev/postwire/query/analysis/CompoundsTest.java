package dev.postwire.query.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CompoundsTest {
    private static final Compounds GERMAN = Compounds.of("de", "s", "es", "n", "en", "er", "e");

    @ParameterizedTest
    @CsvSource({
        "stadtentwicklung, stadt entwicklung",
        "bibelübersetzung, bibel übersetzung",
        "regierungskabinett, regierung kabinett",
        "donaudampfschifffahrt, donau dampf schifffahrt"
    })
    void takesApartWhereTwoWordsMeet(String word, String parts) {
        assertEquals(List.of(parts.split(" ")), GERMAN.parts(word));
    }

    @ParameterizedTest
    @ValueSource(strings = {"universität", "verteidigung", "freundlichkeit", "zeit", "東京東京東京東京"})
    void leavesWholeWhatIsOneWord(String word) {
        assertEquals(List.of(), GERMAN.parts(word));
    }

    /** A page without a space is no word. */
    @Test
    void leavesWholeWhatNobodyWrites() {
        assertEquals(List.of(), GERMAN.parts("stadtentwicklung".repeat(1_000)));
    }
}
