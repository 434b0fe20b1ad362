package dev.postwire.enrich;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.postwire.enrich.post.EnrichedPost;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Two posts as they were found in the wild. Skipped where the shared data is not beside the checkout. */
class SharedSamplesTest {
    private static final Path SAMPLES = Path.of("../../shared/data/samples");

    @Test
    void readsTheMarkdownPostWithItsFrontMatterFiguresAndLinks() throws IOException {
        EnrichedPost post = sample("pycon-2014.md", "text/markdown");

        assertEquals("PyCon 2014", post.title());
        assertEquals("2014-05-25T18:59:37+02:00", post.published());
        assertEquals(new EnrichedPost.Language("en", 1, "author", null), post.language());
        assertEquals(
                List.of("python", "pycon", "travel", "conference", "canada", "montreal"),
                post.tags().stream().map(EnrichedPost.Tag::slug).toList());
        assertEquals(
                List.of("The venue", "The talks", "The sprints", "Social events", "What else"),
                post.outline().stream().map(EnrichedPost.Section::title).toList());
        assertEquals(
                List.of(
                        "Tons of room to relax between talks",
                        "Sprinting with improv-presentations.",
                        "Dining with best-work-stories-telling."),
                post.images().stream().map(EnrichedPost.Image::caption).toList());
        assertEquals(
                List.of(
                        "http://photos.h10n.me/Conferences/Pycon2014/i-hRHV9z6/0/X2/DSC02616-X2.jpg",
                        "http://photos.h10n.me/Conferences/Pycon2014/i-V4WWt9P/A",
                        "http://photos.h10n.me/Conferences/Pycon2014/i-JPGgsf3/A"),
                post.images().stream().map(EnrichedPost.Image::fullSizeUrl).toList());
        assertEquals(14, post.links().size());
        assertTrue(post.links().stream()
                .anyMatch(l -> l.text().equals("convention center") && l.url().equals("http://congresmtl.com/")));
        assertTrue(post.text().contains("general problem spaces :)"));
        assertTrue(post.text().contains("quiet a lot of Python-related"));
        for (String debris : List.of("---", "](", "##", "<", "title:", "* ", "[1]", "Large version")) {
            assertFalse(post.text().contains(debris), debris);
        }
        assertOffsetsHold(post);
    }

    @Test
    void findsThePostInTheScrapedText() throws IOException {
        EnrichedPost post = sample("pycon-2012-wrap-up.txt", "text/plain");

        assertEquals("PyCon 2012 Wrap Up", post.title());
        assertTrue(post.text().startsWith("This was the 9th PyCon"), post.text());
        assertTrue(post.text().endsWith("Plone Conference."), post.text());
        assertEquals(
                List.of(
                        "PyWeb Summit",
                        "PyCon Keynotes",
                        "Tracks Galore",
                        "Ready, Set, Sprint",
                        "Looking forward to next year"),
                post.outline().stream().map(EnrichedPost.Section::title).toList());
        assertEquals("en", post.language().code());
        assertEquals("detected", post.language().from());
        assertNull(post.published());
        assertTrue(post.warnings().stream().anyMatch(warning -> warning.code().equals("no-date")));
        assertOffsetsHold(post);
    }

    private static EnrichedPost sample(String name, String contentType) throws IOException {
        Path file = SAMPLES.resolve(name);
        Assumptions.assumeTrue(Files.exists(file), "the shared samples are not beside this checkout");
        return RawPosts.enriched(RawPosts.of(contentType, Files.readAllBytes(file)));
    }

    private static void assertOffsetsHold(EnrichedPost post) {
        post.links().forEach(link -> assertEquals(link.text(), RawPosts.span(post.text(), link.start(), link.end())));
        post.outline()
                .forEach(section -> assertTrue(post.text()
                        .substring(post.text().offsetByCodePoints(0, section.start()))
                        .startsWith(section.title())));
        post.tags().stream()
                .flatMap(tag -> tag.evidence().stream())
                .filter(evidence -> evidence.quote() != null)
                .forEach(e -> assertEquals(e.quote(), RawPosts.span(post.text(), e.start(), e.end())));
    }
}
