package dev.postwire.enrich.metadata;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.postwire.enrich.post.Claim;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TagLinesTest {
    @ParameterizedTest
    @CsvSource(delimiterString = "->", textBlock = """
            Tags: python, web development, C++ -> python/web development/C++
            tags : Kafka -> Kafka
            Tags: #rain #garden -> rain/garden
            Categories: Food | Travel -> Food/Travel
            Filed under: Cycling; Norway -> Cycling/Norway
            Filed under Cycling, Norway -> Cycling/Norway
            Posted in Recipes -> Recipes
            Schlagwörter: Fähre, Nebel -> Fähre/Nebel
            标签：骑行、秋天 -> 骑行/秋天
            """)
    void readsTheListAfterALabel(String line, String tags) {
        assertEquals(List.of(tags.split("/")), tags("The rain has stopped.", line, "Next post"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Tags: I never know which of them to give a post like this one",
                "Tags: they are everywhere, and I like them.",
                "Tagged along, happily",
                "Posted in Travel by Ida Berg on 3 May",
                "Posted in 2014",
                "Posted in Travel, CyclingTagged norway, fjord",
                "Topics: Active, Unanswered",
                "Tags: 1, 2, 3",
                "Tags:",
                "Categories: Uncategorized",
                "Note: rain, wind",
                "The tags: python, web",
                "Tags: https://example.org/tags/",
            })
    void leavesWhatIsNoListOfTags(String line) {
        assertEquals(List.of(), tags("The rain has stopped.", line));
    }

    @Test
    void takesNoneOfTwoLinesWithOneLabelForTheyAreOfSeveralPosts() {
        assertEquals(List.of(), tags("First post", "Tags: rain", "Second post", "Tags: wind", "Third", "Tags: fog"));
        assertEquals(List.of("rain", "Weather"), tags("First post", "Tags: rain", "Categories: Weather"));
    }

    @Test
    void saysWhichLineATagCameFrom() {
        Claim claim = TagLines.of(List.of("Filed under: Cycling")).get(0);

        assertEquals(Claim.Field.TAG, claim.field());
        assertEquals(Claim.Source.TEXT, claim.source());
        assertTrue(claim.toString().contains("filed under"), claim::toString);
    }

    private static List<String> tags(String... lines) {
        return TagLines.of(List.of(lines)).stream().map(Claim::value).toList();
    }
}
