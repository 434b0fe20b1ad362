package dev.postwire.enrich.tag;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.postwire.enrich.post.EnrichedPost.Evidence;
import dev.postwire.enrich.post.EnrichedPost.Tag;
import dev.postwire.enrich.tag.Candidate.From;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TaggingTest {
    private static final List<Candidate> LEARNED = List.of(learned("travel", 0.88), learned("kafka", 0.012));

    @Test
    void givesWhatWasLearnedOfTheSiteHoweverImprobable() {
        assertEquals(List.of("travel", "kafka"), slugs(Tagging.of(List.of(), LEARNED, Acquaintance.KNOWN, List.of())));
    }

    @Test
    void givesWhatWasLearnedOfOtherSitesOnlyWhereItIsProbable() {
        Tagging tagging = Tagging.of(List.of(), LEARNED, Acquaintance.UNKNOWN, List.of());

        assertEquals(List.of("travel"), slugs(tagging));
        Candidate kafka = tagging.considered().get(1);
        assertTrue(kafka.reason().endsWith("; of other sites, and less probable than 0.5"), kafka::reason);
    }

    @Test
    void givesASiteOfFewPostsWhatIsNotImprobable() {
        List<Candidate> learned = List.of(learned("travel", 0.3), learned("kafka", 0.012));

        assertEquals(List.of("travel"), slugs(Tagging.of(List.of(), learned, Acquaintance.SLIGHT, List.of())));
    }

    @Test
    void givesNoFurtherTagsBesideTheAuthors() {
        Tag own = new Tag("travel", "Travel", List.of("author"), 1, List.of(Evidence.span(0, 6, "Travel")));

        Tagging tagging = Tagging.of(
                List.of(own), List.of(learned("travel", 0.9), learned("boats", 0.9)), Acquaintance.KNOWN, List.of());

        assertEquals(List.of("travel"), slugs(tagging));
        assertEquals(List.of("author", "learned"), tagging.tags().get(0).from());
    }

    private static List<String> slugs(Tagging tagging) {
        return tagging.tags().stream().map(Tag::slug).toList();
    }

    private static Candidate learned(String slug, double confidence) {
        return new Candidate(
                slug, slug, From.LEARNED, confidence, true, "a neighbour", Map.of(), List.of(Evidence.span(0, 1, "a")));
    }
}
