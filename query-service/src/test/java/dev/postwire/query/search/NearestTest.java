package dev.postwire.query.search;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTest {
    private static final List<String> NAMES =
            List.of("q", "tag", "language", "site", "author", "from", "to", "sort", "limit", "cursor");

    @ParameterizedTest
    @CsvSource({
        "langauge, language",
        "lang, language",
        "tags, tag",
        "Tag, tag",
        "form, from",
        "autor, author",
        "limt, limit",
        "until, none",
        "fields, none",
        "'', none"
    })
    void isTheNameThatWasLikelyMeant(String typed, String meant) {
        assertEquals(meant, Nearest.of(typed, NAMES).orElse("none"));
    }
}
