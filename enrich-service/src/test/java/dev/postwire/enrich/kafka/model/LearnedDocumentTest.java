package dev.postwire.enrich.kafka.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.postwire.enrich.learn.AuthorTag;
import dev.postwire.enrich.post.EnrichedPost.Language;
import dev.postwire.enrich.post.EnrichedPost.Tag;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class LearnedDocumentTest {
    @Test
    void isNoExampleWhereEveryTagCameOfItself() {
        assertEquals(List.of(), given(tag("bread", "learned"), tag("oven", "vocabulary"), tag("rye", "proposed")));
    }

    @Test
    void teachesWhatTheAuthorGaveWhoeverElseSaysSo() {
        assertEquals(List.of("bread"), given(tag("bread", "author", "learned", "vocabulary"), tag("oven", "learned")));
    }

    private static List<String> given(Tag... tags) {
        LearnedDocument document = new LearnedDocument(
                "id",
                null,
                "blog.example",
                null,
                null,
                new Language("en", 1, "detected", null),
                "A loaf.",
                null,
                null,
                null,
                List.of(tags));
        return document.example().tags().stream().map(AuthorTag::slug).toList();
    }

    private static Tag tag(String slug, String... from) {
        return new Tag(slug, slug, Arrays.asList(from), 1, List.of());
    }
}
