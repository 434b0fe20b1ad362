package dev.postwire.enrich;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.postwire.enrich.post.Claim;
import dev.postwire.enrich.post.EnrichedPost;
import dev.postwire.enrich.post.Outcome;
import dev.postwire.enrich.post.RawPost;
import dev.postwire.enrich.post.Reason;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Nothing a post contains stops the enricher: it becomes a document of bounded size or a rejection with a reason. */
class HostileInputTest {
    private static final int MEGABYTE = 1024 * 1024;
    /** Enough for a quadratic step to run for minutes, little enough for the test to be quick. */
    private static final int TRAP_CHARS = 400_000;

    private static final Enricher ENRICHER = new Enricher();

    static Stream<Arguments> traps() {
        return Stream.of(
                Arguments.of("text/html", "<div>".repeat(200_000)),
                Arguments.of("text/html", "<b><i><p>".repeat(100_000) + "x"),
                Arguments.of("text/html", "<table><tr><td>".repeat(60_000) + "x"),
                Arguments.of("text/html", "<a href=/x>".repeat(90_000) + "x"),
                Arguments.of("text/html", "<ul><li>".repeat(100_000) + "x"),
                Arguments.of("text/html", "<nav>x</nav>".repeat(80_000) + "words"),
                Arguments.of("text/html", "<div>x</div>".repeat(80_000)),
                Arguments.of("text/html", "<p>x<br>".repeat(100_000)),
                Arguments.of("text/html", "<table><tr>" + "<td>x".repeat(200_000)),
                Arguments.of("text/html", "<figure>" + "<img src=a>".repeat(90_000) + "<figcaption>x"),
                Arguments.of("text/html", "<blockquote>".repeat(250) + "<p>x</p>".repeat(120_000)),
                Arguments.of("text/html", "<pre>" + "<span>x</span>".repeat(70_000)),
                Arguments.of("text/html", "<ul>" + "<li><p>x</p>".repeat(80_000)),
                Arguments.of("text/html", "x <i>y</i>".repeat(100_000)),
                Arguments.of("text/html", "<div class=share>x</div>".repeat(40_000) + "<p>words</p>"),
                Arguments.of("text/html", "&lt;".repeat(MEGABYTE / 4)),
                Arguments.of("text/html", "<p class='" + "a ".repeat(MEGABYTE / 2) + "'>x"),
                Arguments.of("text/html", "<pre>" + "\n".repeat(MEGABYTE - 10)),
                Arguments.of("text/markdown", "> ".repeat(MEGABYTE / 2)),
                Arguments.of("text/markdown", "* ".repeat(MEGABYTE / 2)),
                Arguments.of("text/markdown", "[".repeat(MEGABYTE)),
                Arguments.of("text/markdown", "![a](b".repeat(MEGABYTE / 6)),
                Arguments.of("text/markdown", "*a_ ".repeat(MEGABYTE / 4)),
                Arguments.of("text/markdown", "`".repeat(MEGABYTE)),
                Arguments.of("text/markdown", "|a".repeat(MEGABYTE / 2) + "\n" + "|-".repeat(100)),
                Arguments.of("text/markdown", "[x]: /u\n".repeat(MEGABYTE / 8) + "[x]"),
                Arguments.of("text/markdown", "---\n" + "a: [".repeat(MEGABYTE / 4) + "\n---\nwords"),
                Arguments.of("text/markdown", "---\na: &a [x]\n" + "b: *a\n".repeat(50_000) + "---\nwords"),
                Arguments.of("text/markdown", "+++\n" + "a.".repeat(10_000) + "b=1\n+++\nwords"),
                Arguments.of("text/plain", "a ".repeat(MEGABYTE / 2)),
                Arguments.of("text/plain", "aA".repeat(MEGABYTE / 2) + " b"),
                Arguments.of("text/plain", "\n".repeat(MEGABYTE - 1) + "x"),
                Arguments.of("text/plain", "(".repeat(MEGABYTE)),
                Arguments.of("application/json", "[".repeat(MEGABYTE)),
                Arguments.of("application/json", "{\"content\":\"" + "\\u0000".repeat(MEGABYTE / 8) + "\"}"));
    }

    @ParameterizedTest
    @MethodSource("traps")
    void endsInADocumentOrARejection(String contentType, String trap) throws JsonProcessingException {
        String body = trap.substring(0, Math.min(trap.length(), TRAP_CHARS));
        Claim url = new Claim(Claim.Field.URL, "https://x.example/" + "y".repeat(1_900), Claim.Source.REQUEST, "url");

        // No measure of speed: a quadratic step takes minutes on these, whatever the machine.
        Outcome outcome = assertTimeoutPreemptively(
                Duration.ofSeconds(30), () -> ENRICHER.enrich(RawPosts.of(contentType, body, url)));

        if (outcome instanceof Outcome.Enriched enriched) {
            int bytes = new ObjectMapper().writeValueAsBytes(enriched.post()).length;
            assertTrue(bytes < 24 * MEGABYTE, "document of " + bytes + " bytes");
        } else {
            assertFalse(((Outcome.Rejected) outcome).reason() == Reason.ENRICHER_FAULT, "a fault of ours");
        }
    }

    /** The parser repeats open formatting elements in every paragraph: few tags, many elements. */
    @Test
    void rejectsMarkupThatMultiplies() {
        // Below the bound on tags; the parser makes several times as many elements of them.
        assertEquals(
                Reason.TOO_COMPLEX,
                RawPosts.rejected(RawPosts.of("text/html", "<b><i><u><small><p>x".repeat(4_000)))
                        .reason());
    }

    @Test
    void keepsTheWordsOfMarkupThatIsTooMuch() {
        EnrichedPost page =
                RawPosts.enriched("text/html", "<div>a</div>".repeat(30_000) + "<p class=x>the &lt;last&gt; words");
        assertTrue(page.text().endsWith("the <last> words"));
        assertBounded(page, "markup-bounded");

        EnrichedPost list = RawPosts.enriched("text/markdown", "- a\n".repeat(100_000) + "\nthe last words");
        assertTrue(list.text().endsWith("the last words"));
        assertBounded(list, "markup-bounded");

        EnrichedPost marks = RawPosts.enriched("text/markdown", "*a* ".repeat(100_000) + "the last words");
        assertTrue(marks.text().endsWith("*a* the last words"));
        assertBounded(marks, "markup-bounded");

        EnrichedPost lines = RawPosts.enriched("text/plain", "a word\n".repeat(50_000) + "the last words");
        assertTrue(lines.text().endsWith("the last words"));
        assertBounded(lines, "lines-unjudged");
    }

    private static void assertBounded(EnrichedPost post, String code) {
        assertEquals(
                1,
                post.warnings().stream()
                        .filter(warning -> warning.code().equals(code))
                        .count());
    }

    /** Rows get the cells they lack, and links the address they refer to: few bytes become many. */
    @Test
    void boundsWhatTheParserRepeats() {
        String table = "|a".repeat(1_000) + "\n" + "|-".repeat(1_000) + "\n" + "|\n".repeat(100_000);
        assertBounded(RawPosts.enriched("text/markdown", table), "markup-bounded");

        String links = "[x]: /" + "u".repeat(20_000) + "\n\n" + "[x] ".repeat(15_000);
        EnrichedPost post = RawPosts.enriched("text/markdown", links + "<b>y</b>");
        assertTrue(post.text().endsWith("[x] y"));
        assertBounded(post, "markup-bounded");
    }

    @Test
    void boundsTheAddressesOfAPageFullOfLinks() {
        Claim url =
                new Claim(Claim.Field.URL, "https://x.example/" + "y".repeat(1_900) + "/", Claim.Source.REQUEST, "url");

        EnrichedPost post = RawPosts.enriched("text/markdown", "[a](b) ".repeat(15_000), url);

        assertEquals(2_000, post.links().size());
    }

    @Test
    void rejectsRandomBytesInEveryTextFormat() {
        byte[] random = new byte[10_000];
        new Random(1).nextBytes(random);
        for (String type : new String[] {"text/markdown", "text/html", "text/plain"}) {
            assertEquals(
                    Reason.NOT_TEXT,
                    RawPosts.rejected(RawPosts.of(type, random)).reason());
        }
    }

    @Test
    void rejectsWhatHasNoContent() {
        assertEquals(
                Reason.NO_CONTENT,
                RawPosts.rejected(RawPosts.of("text/html", "<nav></nav><script>x()</script>"))
                        .reason());
        assertEquals(
                Reason.NO_CONTENT,
                RawPosts.rejected(RawPosts.of("text/plain", " \n\t ")).reason());
    }

    @Test
    void keepsAPostThatIsOnlyATitle() {
        EnrichedPost post = RawPosts.enriched("text/markdown", "---\ntitle: Read in May\n---\n");

        assertEquals("Read in May", post.title());
        assertTrue(post.warnings().stream().anyMatch(warning -> warning.code().equals("no-text")));
    }

    @Test
    void namesThePlaceInABrokenEnvelope() {
        Outcome.Rejected rejected = RawPosts.rejected(RawPosts.of("application/json", "{\"content\":\n \"abc"));

        assertEquals(Reason.MALFORMED_ENVELOPE, rejected.reason());
        assertTrue(rejected.detail().contains("line 2"), rejected.detail());
    }

    /** Any text at all, drawn from the signs that mean something somewhere. */
    @Test
    void takesAnyMixtureOfSigns() {
        String[] pieces = {
            "<",
            ">",
            "</",
            "/>",
            "&",
            "&amp;",
            "#",
            "##",
            "\n",
            "\n\n",
            "---\n",
            "+++\n",
            "* ",
            "- ",
            "1. ",
            "`",
            "```\n",
            "[",
            "](",
            ")",
            "|",
            "~~",
            "\\",
            "!",
            "\"",
            "'",
            "<p>",
            "<table>",
            "<td>",
            "<li>",
            "<a href='",
            "<img src=x>",
            "<figure>",
            "<figcaption>",
            "<pre>",
            "<code>",
            "words ",
            "Wörter ",
            "語",
            "😀",
            "\uD83D",
            "\u0000",
            "\t",
            "title: x\n",
            "{",
            "}",
            ":",
            "(",
            "Logo"
        };
        Random random = new Random(42);
        for (int round = 0; round < 1_500; round++) {
            StringBuilder body = new StringBuilder();
            int length = random.nextInt(60);
            for (int i = 0; i < length; i++) body.append(pieces[random.nextInt(pieces.length)]);
            String type = new String[] {"text/markdown", "text/html", "text/plain"}[round % 3];
            RawPost raw = RawPosts.of(type, body.toString().getBytes(StandardCharsets.UTF_8));

            Outcome outcome = ENRICHER.enrich(raw);

            if (outcome instanceof Outcome.Enriched enriched) assertSound(enriched.post(), body.toString());
            else assertFalse(((Outcome.Rejected) outcome).reason() == Reason.ENRICHER_FAULT, body.toString());
        }
    }

    private static void assertSound(EnrichedPost post, String body) {
        post.links()
                .forEach(link -> assertEquals(link.text(), RawPosts.span(post.text(), link.start(), link.end()), body));
        post.outline()
                .forEach(s -> assertTrue(
                        post.text()
                                .substring(post.text().offsetByCodePoints(0, s.start()))
                                .startsWith(s.title()),
                        body));
        assertFalse(post.html().toLowerCase(java.util.Locale.ROOT).contains("<script"), body);
    }
}
