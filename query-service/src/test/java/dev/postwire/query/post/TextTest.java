package dev.postwire.query.post;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextTest {
    @Test
    void leavesOutWhatPostgresqlCannotHold() {
        assertEquals("ab", StorableText.of("a\u0000b"));
        assertEquals("a\uFFFDb", StorableText.of("a\uD83Db"));
        assertEquals("a\uFFFD", StorableText.of("a\uDE00"));
        assertEquals("🚢", StorableText.of("🚢"));
    }

    @Test
    void cutsBetweenCharactersAndNeverWithinOne() {
        assertEquals("a", StorableText.of("a🚢b", 2));
        assertEquals("a🚢", StorableText.of("a🚢b", 3));
    }

    @ParameterizedTest
    @CsvSource({"Web Dev,web-dev", "C++,c++", "  .NET ,.net", "ＡＢＣ,abc", "--,''", "Größe & Maß,größe-maß", "日本語,日本語"})
    void writesATagAsTheContractDoes(String label, String slug) {
        assertEquals(slug, Slug.of(label));
    }

    @ParameterizedTest
    @CsvSource({"0.10,0.9,1", "1.0,1,0", "2,10,-1", "1.2.3,1.2,1", "999999999999999999,1,1"})
    void comparesVersionsNumberByNumber(String one, String other, int order) {
        assertEquals(order, EnricherVersion.parse(one).compareTo(EnricherVersion.parse(other)));
    }

    @ParameterizedTest
    @CsvSource({"''", "1.", ".1", "1.a", "-1", "1234567890123456789"})
    void refusesWhatIsNoVersion(String text) {
        assertThrows(IllegalArgumentException.class, () -> EnricherVersion.parse(text));
    }

    @Test
    void leavesWhatPeopleWroteOutOfItsDescription() {
        assertTrue(!Event.of("p").title("secret").read().toString().contains("secret"));
    }
}
