package dev.postwire.enrich;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.postwire.enrich.post.Outcome;
import dev.postwire.enrich.post.Reason;
import dev.postwire.testing.SharedTar;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What others collected to break readers of YAML, TOML, JSON and of any text. */
class SharedHostileTest {
    private static final String BODY = "The body under it stays.";
    private static final Duration ENOUGH = Duration.ofSeconds(60);

    @ParameterizedTest
    @CsvSource({
        "hostile/yaml.tar.gz, ---",
        "hostile/toml.tar.gz, +++",
        "hostile/json.tar.gz, ;;;",
        "hostile/json.tar.gz, ''"
    })
    void keepsTheBodyUnderAnyFrontMatter(String archive, String fence) throws IOException {
        Map<String, byte[]> files = SharedTar.files(archive);
        Enricher enricher = new Enricher();
        List<String> lost = new ArrayList<>();

        assertTimeoutPreemptively(
                ENOUGH,
                () -> files.forEach((name, bytes) -> {
                    String matter = new String(bytes, StandardCharsets.UTF_8).replace("\u0000", "");
                    String post = fence + "\n" + matter + "\n" + fence + "\n\n" + BODY + "\n";
                    Outcome outcome = enricher.enrich(RawPosts.of("text/markdown", post));
                    boolean kept = outcome instanceof Outcome.Enriched enriched
                            && enriched.post().text().contains(BODY);
                    if (!kept && !isNoText(outcome)) lost.add(name + " " + outcome);
                }));

        assertTrue(files.size() > 300, files.size() + " files");
        assertEquals(List.of(), lost);
    }

    @Test
    void takesNaughtyStringsAsTitlesAndAsWords() throws IOException {
        JsonNode strings = new ObjectMapper()
                .readTree(SharedTar.files("hostile/naughty-strings.tar.gz").entrySet().stream()
                        .filter(file -> file.getKey().endsWith("blns.json"))
                        .findFirst()
                        .orElseThrow()
                        .getValue());

        assertTrue(strings.size() > 500);
        Enricher enricher = new Enricher();
        for (JsonNode string : strings) {
            Outcome titled =
                    enricher.enrich(RawPosts.of("text/markdown", ";;;\n{\"title\": " + string + "}\n;;;\n" + BODY));
            if (titled instanceof Outcome.Enriched enriched) {
                assertEquals(BODY, enriched.post().text());
            } else {
                assertTrue(isNoText(titled), string.toString());
            }
            for (String type : List.of("text/markdown", "text/html", "text/plain")) {
                Outcome outcome = enricher.enrich(RawPosts.of(type, string.textValue() + "\n\n" + BODY));
                if (outcome instanceof Outcome.Rejected rejected) {
                    assertNotEquals(Reason.ENRICHER_FAULT, rejected.reason());
                }
            }
        }
    }

    /** Control characters enough for no text at all. */
    private static boolean isNoText(Outcome outcome) {
        return outcome instanceof Outcome.Rejected rejected && rejected.reason() == Reason.NOT_TEXT;
    }
}
