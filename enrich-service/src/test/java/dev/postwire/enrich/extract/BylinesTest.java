package dev.postwire.enrich.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BylinesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "By Mara Quist | Mara Quist",
                "written by: Ida Berg | Ida Berg",
                "Jörg Übelmann | Jörg Übelmann",
                "Lee Moss on May 3 | Lee Moss"
            })
    void takesTheNameOutOfWhatIntroducesIt(String text, String name) {
        assertEquals(Optional.of(name), Bylines.name(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "5 min read", "https://x.example/mara", "View all posts by", "Updated 2024", "mara@x.example"
            })
    void takesNothingThatIsNoName(String text) {
        assertTrue(Bylines.name(text).isEmpty());
    }

    @Test
    void findsWhoWroteItBesideAHeading() {
        assertEquals(Optional.of("Mara Quist"), Bylines.written("May 3, 2021\nBy Mara Quist\n5 min read\n"));
        assertTrue(Bylines.written("Step by step\nby the way\n").isEmpty());
    }

    @Test
    void splitsSeveralNamesButNoTitle() {
        assertEquals(List.of("Ada Park", "Lee Moss", "Ida Berg"), Bylines.split("Ada Park, Lee Moss and Ida Berg"));
        assertEquals(List.of("Ada Park, PhD"), Bylines.split("Ada Park, PhD"));
    }
}
