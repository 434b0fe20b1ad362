package dev.postwire.enrich;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.postwire.enrich.post.EnrichedPost;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScrapedTextTest {
    @Test
    void takesALineThatStandsAloneAsThePost() {
        EnrichedPost post = post("First words.");

        assertEquals("First words.", post.text());
        assertNull(post.title());
    }

    @Test
    void keepsResidueWhereThereIsNothingElse() {
        assertEquals(
                "Subscribe to our newsletter",
                post("Subscribe to our newsletter").text());
    }

    @Test
    void findsThePostInAPageOnOneLine() {
        String post =
                "We planted the hedge in autumn, when the ground was still warm. It took three of us a whole weekend. "
                        + "The plants came in bundles of twenty-five, tied with string, their roots wrapped in wet paper. "
                        + "We soaked them overnight in a bath that nobody has since been able to get quite clean. "
                        + "My uncle dug the trench, because he is the only one whose back does not complain the day after. "
                        + "Two rows, forty centimetres apart, each plant set against the gap in the other row. "
                        + "That way a hedge grows thick from the bottom, and a fox has to look for another way in. "
                        + "We cut every plant down to a hand's width, which felt cruel and turned out to be right. "
                        + "In the first summer there was little to see, apart from weeds, which we pulled twice a month. "
                        + "In the second one the hornbeam reached my knee, and the hawthorn next to it flowered. "
                        + "By the fifth year it was taller than the fence, so the fence could go. "
                        + "Birds moved in at once: two pairs of sparrows, a wren, and once, for a week, a nightingale. "
                        + "If you want to do the same, order early, and ask for plants that were grown nearby. "
                        + "They cost less than a fence, they last longer, and no storm has ever blown one over. "
                        + "The only thing I would do differently is to plant it ten years sooner. ";
        String text = post("Skip to content Home About Shop Basket Contact Log in Register " + post
                        + "Share Tweet Pin Related posts Privacy policy Terms of use Imprint © 2024 All rights reserved")
                .text();

        assertTrue(text.contains("It took three of us a whole weekend."), text);
        assertFalse(text.contains("Basket") || text.contains("Imprint"), text);
    }

    @Test
    void takesNoNameWithACapitalInItForTheEndOfACaption() {
        String prose =
                "I moved every single one of my repositories from the old machine to GitHub This year, and about two hundred"
                        + " people who watch them had to be told of it one by one.";

        assertEquals(prose, post("Moving\n\n" + prose).text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"doThis", "useThe", "withMy"})
    void takesNoNameInCodeForTheEndOfACaption(String name) {
        String prose =
                "How anybody on the team can call the method " + name + " in code of their own is what the second part"
                        + " of this page tells, and what it costs is told at its end.";

        assertEquals(prose, post("Calling\n\n" + prose).text());
    }

    @Test
    void takesTheAuthorsTagsFromTheLineThatListsThem() {
        String text = "The ferry to the island\n"
                + "The ferry leaves at six in the morning, and whoever misses it has a day to spend by the harbour.\n"
                + "We missed it twice, and both times we had the best fish soup that I have ever eaten.\n"
                + "Filed under: Travel, Ferries\n";

        EnrichedPost post = post(text);

        assertEquals(
                List.of("travel", "ferries"),
                post.tags().stream().map(EnrichedPost.Tag::slug).toList());
        assertTrue(post.tags().stream().allMatch(tag -> tag.from().contains("author")));
    }

    private static EnrichedPost post(String text) {
        return RawPosts.enriched(RawPosts.of("text/plain; charset=utf-8", text.getBytes(UTF_8)));
    }
}
