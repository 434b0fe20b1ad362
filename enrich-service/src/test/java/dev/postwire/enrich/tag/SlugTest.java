package dev.postwire.enrich.tag;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlugTest {
    @ParameterizedTest
    @CsvSource({
        "Python, python",
        "C++, c++",
        "C#, c#",
        ".NET, .net",
        "Open Source!, open-source",
        "  web / mobile , web-mobile",
        "Grüße, grüße",
        "図書館, 図書館",
        "ＡＢＣ, abc",
        "हिन्दी, हिन्दी",
        "'!!!', ''"
    })
    void followsTheOneRule(String label, String slug) {
        assertEquals(slug, Slug.of(label));
    }
}
