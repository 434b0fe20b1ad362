package dev.postwire.enrich.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.postwire.enrich.RawPosts;
import dev.postwire.enrich.post.EnrichedPost;
import dev.postwire.enrich.post.EnrichedPost.Author;
import dev.postwire.enrich.render.Rendering;
import dev.postwire.enrich.vocabulary.Vocabulary;
import dev.postwire.enrich.word.PostWords;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** What two posts from the wild name. Skipped where the shared data is not beside the checkout. */
class SharedSamplesEntitiesTest {
    private static final Path SAMPLES = Path.of("../../shared/data/samples");

    @Test
    void findsWhatTheMarkdownPostNames() throws IOException {
        FoundEntities found = found("pycon-2014.md", "text/markdown");

        assertEquals(
                List.of(
                        "John Perry Barlow",
                        "Jessica McKellar",
                        "Peter Baumgartner",
                        "Guillaume Ardaud",
                        "Jarret Raim",
                        "Paul Kehrer",
                        "Hynek Schlawack"),
                Posts.names(found, EntityType.PERSON));
        assertEquals(List.of("EuroPython", "PyCon UK", "PyConDE", "PyCon 2014"), Posts.names(found, EntityType.EVENT));
        assertTrue(Posts.names(found, EntityType.PLACE).containsAll(List.of("Montreal", "Canada")));
        assertTrue(Posts.names(found, EntityType.SOFTWARE)
                .containsAll(List.of("Django", "SaltStack", "memcached", "Redis", "Cryptography", "Python 3")));
    }

    @Test
    void findsWhatTheScrapedTextNames() throws IOException {
        FoundEntities found = found("pycon-2012-wrap-up.txt", "text/plain");

        assertEquals(List.of("Michael Ryabushkin", "Chris McDonough"), Posts.names(found, EntityType.PERSON));
        assertTrue(Posts.names(found, EntityType.EVENT)
                .containsAll(List.of("PyCon 2012", "Open Source Bridge", "Plone Conference")));
        List<String> things = Posts.names(found, EntityType.SOFTWARE);
        assertTrue(
                things.containsAll(
                        List.of("Plone", "Pyramid", "CherryPy", "Twisted", "Pylons Project", "Arduino", "MakerBot")),
                things.toString());
        assertFalse(things.contains("Go"), "a sentence begins with it");
    }

    private static FoundEntities found(String name, String contentType) throws IOException {
        Path file = SAMPLES.resolve(name);
        Assumptions.assumeTrue(Files.exists(file), "the shared samples are not beside this checkout");
        EnrichedPost post = RawPosts.enriched(RawPosts.of(contentType, Files.readAllBytes(file)));
        Rendering rendering =
                new Rendering("", "", post.text(), post.outline(), List.of(), post.links(), post.codeBlocks());
        PostWords words = PostWords.of(
                Optional.ofNullable(post.site()), post.language().code(), Optional.ofNullable(post.title()), rendering);
        List<Author> authors = post.authors() == null ? List.of() : post.authors();
        Vocabulary vocabulary = Vocabulary.builtIn();
        return new EntityFinder(vocabulary).find(words, authors, post.links(), vocabulary.mentions(words));
    }
}
