package dev.postwire.local.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.postwire.local.call.Screen;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WatchedLinesTest {
    private static final Instant AT = Instant.parse("2024-05-06T07:08:09Z");

    @Test
    void showsAllWithoutACondition() {
        Filter filter = new Filter(List.of(), Optional.empty());

        assertTrue(filter.showsPost("a", List.of(), "und"));
        assertTrue(filter.showsErasure("never seen"));
    }

    @Test
    void showsAPostWithAnyOfTheTagsAndItsErasure() {
        Filter filter = new Filter(List.of("Open Source", "python"), Optional.empty());

        assertTrue(filter.showsPost("a", List.of("open-source"), "en"));
        assertTrue(filter.showsPost("b", List.of("web", "python"), "en"));
        assertFalse(filter.showsPost("c", List.of("web"), "en"));
        assertTrue(filter.showsErasure("a"));
        assertFalse(filter.showsErasure("c"));
    }

    @Test
    void countsARegionToItsLanguage() {
        Filter filter = new Filter(List.of(), Optional.of("en"));

        assertTrue(filter.showsPost("a", List.of(), "en-GB"));
        assertFalse(filter.showsPost("b", List.of(), "eng"));
    }

    @Test
    void printsALineWhateverThePostSays() {
        Line line = new Line(Screen.plain(), ZoneOffset.UTC);

        assertEquals(
                "2024-05-06 07:08:09  A title  [web python]  a",
                line.post(AT, "a", List.of("web", "python"), Line.read("{\"title\":\"A\\u001b\\ntitle\"}")));
        assertEquals(
                "2024-05-06 07:08:09  It rained.  b",
                line.post(AT, "b", List.of(), Line.read("{\"excerpt\":\"It rained.\"}")));
        assertEquals("2024-05-06 07:08:09  erased  a", line.erasure(AT, "a"));
        assertEquals("{\"id\":\"a\",\"erased\":true}", Line.erasedDocument("a"));
    }
}
