package dev.postwire.enrich;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Plain text that somebody wrote keeps every word, in every language. */
class WrittenTextTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Mistä löytäisin tietoa vanhoista sahoista ja niiden terien teroituksesta kotona?\n"
                        + "Kirjaston hyllystä löytyy kaksi opasta, joissa teroitus neuvotaan vaihe vaiheelta kuvien kanssa.",
                "Gestern fiel der Strom im ganzen Dorf aus, und niemand wusste zunächst, warum das so war.\n\n"
                        + "Am Abend kam er wieder, als wäre nichts gewesen, und alle gingen schlafen.",
                "The kettle broke on a Tuesday. We drank cold tea until Friday, and it was not as bad as we had feared."
            })
    void keepsEveryWord(String text) {
        String kept = RawPosts.enriched(RawPosts.of("text/plain; charset=utf-8", text.getBytes(UTF_8)))
                .text();

        assertEquals(text.replaceAll("\\s+", " "), kept.replaceAll("\\s+", " "));
    }
}
