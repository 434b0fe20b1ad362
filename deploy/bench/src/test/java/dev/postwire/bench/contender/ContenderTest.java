package dev.postwire.bench.contender;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each contender is asked rightly: it finds the article on a page nobody can miss it on. */
class ContenderTest {
    private static final String PAGE = "<!doctype html><html><head><title>A plain page</title></head><body>"
            + "<nav><a href='/'>Home</a></nav><article><h1>A plain page</h1>"
            + ("<p>This paragraph is long enough, with its commas, its clauses, and its full stops, to be taken for"
                            + " the main content by anything that looks for main content at all. Grüße, für alle.</p>")
                    .repeat(8)
            + "</article></body></html>";

    @ParameterizedTest
    @MethodSource("dev.postwire.bench.contender.Contender#all")
    void findsTheArticle(Contender contender) throws Exception {
        Answer answer = contender.read("https://example.org/a", PAGE.getBytes(StandardCharsets.UTF_8));

        assertTrue(answer.text().contains("Grüße, für alle."), answer.text());
        assertEquals("a plain page", answer.title().toLowerCase(Locale.ROOT));
    }

    @ParameterizedTest
    @MethodSource("dev.postwire.bench.contender.Contender#all")
    void takesAPageOfUnknownAddress(Contender contender) throws Exception {
        assertTrue(
                contender.read("", PAGE.getBytes(StandardCharsets.UTF_8)).text().contains("main content"));
    }
}
