package dev.postwire.enrich;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.postwire.enrich.post.EnrichedPost;
import dev.postwire.enrich.post.RawPost;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every folder under {@code golden} is a case: {@code input.md}, {@code .html}, {@code .txt} or {@code .json}, and the document it
 * becomes in {@code expected.json}. A case that differs leaves what came out in {@code target/golden}, to be looked at and, where
 * it is right, copied.
 */
class GoldenTest {
    private static final Path CASES = Path.of("src/test/resources/golden");
    private static final Path ACTUAL = Path.of("target/golden");
    private static final Map<String, String> TYPES =
            Map.of("md", "text/markdown", "html", "text/html", "txt", "text/plain", "json", "application/json");
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    static Stream<Path> cases() throws IOException {
        return Files.list(CASES).sorted();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void becomesTheExpectedDocument(Path folder) throws IOException {
        ObjectNode actual = JSON.valueToTree(RawPosts.enriched(raw(folder)));
        actual.remove("origin");
        // It changes with every word of the vocabulary, wherever that is.
        ((ObjectNode) actual.get("enricher")).put("vocabulary", "its hash");

        Path expected = folder.resolve("expected.json");
        String text = JSON.writeValueAsString(actual) + "\n";
        Files.createDirectories(ACTUAL);
        Files.writeString(ACTUAL.resolve(folder.getFileName() + ".json"), text);
        assertEquals(Files.exists(expected) ? Files.readString(expected) : "no expected.json", text);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void givesOffsetsThatHold(Path folder) throws IOException {
        EnrichedPost post = RawPosts.enriched(raw(folder));

        post.links().forEach(link -> assertEquals(link.text(), RawPosts.span(post.text(), link.start(), link.end())));
        post.outline()
                .forEach(section -> assertEquals(
                        section.title(),
                        RawPosts.span(
                                post.text(),
                                section.start(),
                                section.start()
                                        + section.title()
                                                .codePointCount(
                                                        0, section.title().length()))));
        Stream.concat(
                        post.tags().stream().flatMap(tag -> tag.evidence().stream()),
                        post.entities().stream().flatMap(entity -> entity.mentions().stream()))
                .forEach(evidence -> {
                    if (evidence.quote() != null) {
                        assertEquals(evidence.quote(), RawPosts.span(post.text(), evidence.start(), evidence.end()));
                    }
                });
    }

    /** Posting a document's Markdown gives the same content again, so none is lost in that form. */
    @ParameterizedTest
    @MethodSource("cases")
    void givesMarkdownThatReadsBackToTheSameHtml(Path folder) throws IOException {
        EnrichedPost post = RawPosts.enriched(raw(folder));

        EnrichedPost again = RawPosts.enriched("text/markdown", post.markdown());

        assertEquals(plain(post.html()), plain(again.html()));
    }

    @Test
    void hasCases() throws IOException {
        assertEquals(true, cases().count() > 5);
    }

    /** White space between elements shows nothing and may differ. */
    private static String plain(String html) {
        return html.replaceAll("\\s+", " ").replaceAll("> | <", "").replaceAll("[<>]", "");
    }

    private static RawPost raw(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            Path input = files.filter(f -> f.getFileName().toString().startsWith("input."))
                    .findFirst()
                    .orElseThrow();
            String name = input.getFileName().toString();
            return RawPosts.of(TYPES.get(name.substring(name.indexOf('.') + 1)), Files.readAllBytes(input));
        }
    }
}
