package dev.postwire.enrich;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.postwire.enrich.post.EnrichedPost;
import org.junit.jupiter.api.Test;

/** Posts that are little more than their title. */
class ShortPostTest {
    private static final String TITLE = "Extraction of Roots by Repeated Subtractions for Digital Computers";

    @Test
    void keepsATextThatIsItsTitle() {
        EnrichedPost post = envelope(TITLE, TITLE);

        assertEquals(TITLE, post.title());
        assertEquals(TITLE, post.text().strip());
        assertEquals("en", post.language().code());
        assertTrue(post.warnings().stream().noneMatch(warning -> warning.code().equals("no-text")));
    }

    @Test
    void saysATitleOnceWhereThereIsMore() {
        EnrichedPost post =
                envelope(TITLE, TITLE + "\\n\\nThe method needs no multiplication and no table of squares.");

        assertEquals(
                "The method needs no multiplication and no table of squares.",
                post.text().strip());
    }

    @Test
    void tellsTheLanguageOfAPictureByItsTitle() {
        EnrichedPost post = RawPosts.enriched(
                "text/markdown", "---\ntitle: Ein Spaziergang durch die verschneiten Wälder\n---\n![](a.png)\n");

        assertEquals("de", post.language().code());
    }

    @Test
    void tellsTheLanguageOfALongTextByItself() {
        String text = "Am Wochenende fuhren wir mit dem Nachtzug über drei große Brücken nach Hause. ".repeat(8);

        assertEquals(
                "de",
                envelope("Over the Bridges and Far Away by Train", text)
                        .language()
                        .code());
    }

    private static EnrichedPost envelope(String title, String content) {
        return RawPosts.enriched(
                "application/json",
                "{\"contentType\":\"text/plain\",\"title\":\"%s\",\"content\":\"%s\"}".formatted(title, content));
    }
}
