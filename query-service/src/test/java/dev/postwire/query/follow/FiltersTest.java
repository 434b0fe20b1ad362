package dev.postwire.query.follow;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.postwire.query.search.PostQuery;
import dev.postwire.query.search.PostQueryReader;
import dev.postwire.query.search.PostQueryReader.Typed;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiltersTest {
    private static final PostFields POST = new PostFields(
            "p",
            Set.of("python", "travel"),
            "en-gb",
            Optional.of("a.example"),
            Set.of("ida berg"),
            Optional.of(Instant.parse("2026-05-04T11:00:00Z")),
            WordAnswers.NONE);

    @ParameterizedTest
    @CsvSource({
        "tag, Python, true",
        "tag, rust, false",
        "language, en, true",
        "language, en-GB, true",
        "language, en-us, false",
        "language, es, false",
        "site, www.a.example, true",
        "site, b.example, false",
        "author, Ida  BERG, true",
        "author, Ida, false",
        "from, 2026-05-04, true",
        "from, 2026-05-05, false",
        "to, 2026-05-04, true",
        "to, 2026-05-03, false"
    })
    void meansWhatAListMeans(String parameter, String value, boolean included) throws Exception {
        assertEquals(included, new Filters(query(parameter, value)).includes(POST));
    }

    private static PostQuery query(String parameter, String value) throws Exception {
        return PostQueryReader.read(new Typed(
                Optional.empty(),
                parameter.equals("tag") ? List.of(value) : List.of(),
                given(parameter, "language", value),
                given(parameter, "site", value),
                given(parameter, "author", value),
                given(parameter, "from", value),
                given(parameter, "to", value),
                Optional.empty(),
                Optional.empty(),
                Optional.empty()));
    }

    private static Optional<String> given(String parameter, String name, String value) {
        return parameter.equals(name) ? Optional.of(value) : Optional.empty();
    }
}
