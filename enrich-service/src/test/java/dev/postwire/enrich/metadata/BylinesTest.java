package dev.postwire.enrich.metadata;

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
                "Lee Moss on May 3 | Lee Moss",
                "Lee Moss 2024-05-03 | Lee Moss",
                "作者：林小雨　2024年4月6日 | 林小雨"
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

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "By Mara Quist | Mara Quist",
                "Von Jörg Übelmann | Jörg Übelmann",
                "作者：李四 | 李四",
                "文/张三 | 张三",
                "Written by: Ida Berg | Ida Berg"
            })
    void findsWhoIsNamedAfterALabel(String line, String name) {
        assertEquals(Optional.of(name), Bylines.afterLabel(line));
    }

    @Test
    void findsTheNameAtTheEndOfALine() {
        assertEquals(Optional.of("Mara Quist"), Bylines.within("March 3, 2021 by Mara Quist"));
        assertTrue(Bylines.within("Step by step").isEmpty());
    }

    @Test
    void keepsWhatANameEarnedAndDropsItsPosition() {
        assertEquals(Optional.of("Ada Park, PhD"), Bylines.name("Ada Park, PhD"));
        assertEquals(Optional.of("Ada Park"), Bylines.name("Ada Park, Staff Writer"));
    }

    @Test
    void turnsANameThatIsListedLastNameFirst() {
        assertEquals(List.of("Ada Park"), Bylines.listed("Park, Ada"));
    }

    @Test
    void splitsSeveralNamesButNoTitle() {
        assertEquals(List.of("Ada Park", "Lee Moss", "Ida Berg"), Bylines.split("Ada Park, Lee Moss and Ida Berg"));
        assertEquals(List.of("Ada Park, PhD"), Bylines.split("Ada Park, PhD"));
    }
}
