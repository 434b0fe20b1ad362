package dev.postwire.enrich;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.postwire.enrich.post.EnrichedPost.Section;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ExcerptTest {
    private static final String TEXT = "It was a month ago.\n\nThe way\n\nAll on deck\n\nAs the name says, we sailed.";

    @Test
    void leavesOutTitlesAndWhatStandsUnderPictures() {
        Optional<String> excerpt = Excerpt.of(TEXT, List.of(new Section(2, "The way", 21)), Set.of("All on deck"));

        assertEquals(Optional.of("It was a month ago. As the name says, we sailed."), excerpt);
    }

    @Test
    void saysWhatThereIsWhereThereIsNothingElse() {
        assertEquals(Optional.of("All on deck"), Excerpt.of("All on deck", List.of(), Set.of("All on deck")));
    }

    @Test
    void cutsALongTextBetweenWords() {
        String excerpt =
                Excerpt.of("word ".repeat(500), List.of(), Set.of("a caption")).orElseThrow();

        assertEquals("word ".repeat(59).strip() + "…", excerpt);
    }
}
