package dev.postwire.enrich;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.postwire.enrich.post.EnrichedPost;
import dev.postwire.enrich.tag.Slug;
import dev.postwire.testing.SharedTar;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A whole blog of twenty years, its front matter read a second time by another reader. */
class SharedBlogTest {
    private static final String BLOG = "blogs/hugo-zerokspot.tar.gz";
    private static final int POSTS = 2_457;
    private static final String FENCE = "---";

    private final YAMLMapper yaml = new YAMLMapper();

    @Test
    void readsEveryPostWithItsTitleDateTagsLanguageAndAuthor() throws IOException {
        Map<String, byte[]> files = SharedTar.files(BLOG);
        List<String> wrong = new ArrayList<>();

        files.forEach((name, bytes) -> {
            JsonNode matter = matter(new String(bytes, StandardCharsets.UTF_8));
            EnrichedPost post = RawPosts.enriched(RawPosts.of("text/markdown", bytes));
            expect(wrong, name, "date", date(matter.path("date").asText("")), date(orEmpty(post.published())));
            expect(wrong, name, "tags", Set.copyOf(slugs(matter.path("tags"))), Set.copyOf(given(post)));
            if (matter.hasNonNull("title"))
                expect(wrong, name, "title", words(matter.path("title").asText()), post.title());
            if (matter.hasNonNull("language")) {
                expect(
                        wrong,
                        name,
                        "language",
                        matter.path("language").asText(),
                        post.language().code());
            }
            if (matter.hasNonNull("author")) {
                expect(
                        wrong,
                        name,
                        "author",
                        List.of(words(matter.path("author").asText()).split(", | & | and ")),
                        post.authors().stream().map(EnrichedPost.Author::name).toList());
            }
        });

        assertEquals(POSTS, files.size());
        assertEquals(List.of(), wrong);
    }

    private JsonNode matter(String text) {
        int end = text.indexOf("\n" + FENCE, FENCE.length());
        assertEquals(0, text.indexOf(FENCE));
        try {
            return yaml.readTree(text.substring(FENCE.length(), end));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static void expect(List<String> wrong, String name, String field, Object expected, Object actual) {
        if (!expected.equals(actual)) wrong.add(name + " " + field + ": " + expected + " but " + actual);
    }

    /** Some titles were once decoded wrongly and hold control characters, which no document does. */
    private static String words(String text) {
        return text.replaceAll("\\p{Cc}", "").strip().replaceAll("\\s+", " ");
    }

    private static String date(String text) {
        return text.isEmpty()
                ? ""
                : OffsetDateTime.parse(text.replaceFirst("([+-]\\d{2})(\\d{2})$", "$1:$2"))
                        .toString();
    }

    private static String orEmpty(String text) {
        return text == null ? "" : text;
    }

    /** What the author gave, by the slugs of the author's own spelling: a tag's slug may be that of the concept it names. */
    private static List<String> given(EnrichedPost post) {
        Map<String, Boolean> slugs = new LinkedHashMap<>();
        post.tags().stream()
                .filter(tag -> tag.from().contains("author"))
                .flatMap(tag -> tag.evidence().stream())
                .filter(said -> said.source() != null && said.source().startsWith("front matter"))
                .forEach(said -> slugs.put(Slug.of(said.value()), true));
        return List.copyOf(slugs.keySet());
    }

    private static List<String> slugs(JsonNode tags) {
        Map<String, Boolean> slugs = new LinkedHashMap<>();
        tags.forEach(tag -> slugs.put(Slug.of(tag.asText()), true));
        return List.copyOf(slugs.keySet());
    }
}
