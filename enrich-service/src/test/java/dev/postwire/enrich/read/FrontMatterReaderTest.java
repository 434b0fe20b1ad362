package dev.postwire.enrich.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.postwire.enrich.post.Claim;
import dev.postwire.enrich.post.Claim.Field;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FrontMatterReaderTest {
    private final FrontMatterReader reader = new FrontMatterReader();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "---\ntitle: Tea\ntags: [a, b]\n---\nbody",
                "---\nTitle: 'Tea'\ntags:\n- a\n- b\n---   \nbody",
                "+++\ntitle = 'Tea'\ntags = ['a', 'b']\n+++\nbody",
                "---json\n{\"title\": \"Tea\", \"tags\": [\"a\", \"b\"]}\n---\nbody",
                ";;;\n{\"title\": \"Tea\", \"tags\": [\"a\", \"b\"]}\n;;;\nbody",
                "{\n\"title\": \"Tea\", \"tags\": \"a; b\"\n}\nbody",
                "Title: Tea\nTags: a, b\n\nbody",
                "+++\ntitle = 'Tea'\n[taxonomies]\ntags = ['a', 'b']\n+++\nbody"
            })
    void readsEveryDialect(String post) {
        FrontMatterReader.FrontMatter matter = reader.read(post);

        assertEquals(List.of("Tea"), values(matter, Field.TITLE));
        assertEquals(List.of("a", "b"), values(matter, Field.TAG));
        assertEquals("body", matter.body().strip());
        assertTrue(matter.warnings().isEmpty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "---\nJust a rule above a post.",
                "No front matter: at all.\nA second line.",
                "Note: this is prose\n\nnot front matter",
                "{ this is not json }",
                ""
            })
    void leavesAPostWithoutFrontMatterAsItIs(String post) {
        FrontMatterReader.FrontMatter matter = reader.read(post);

        assertEquals(post, matter.body());
        assertTrue(matter.claims().isEmpty());
    }

    @Test
    void warnsOfWhatItCannotReadAndKeepsTheBody() {
        FrontMatterReader.FrontMatter matter = reader.read("---\ntitle: [unclosed\n---\nThe body stays.");

        assertEquals("The body stays.", matter.body());
        assertEquals("front-matter-malformed", matter.warnings().get(0).code());
        assertTrue(matter.warnings().get(0).detail().contains("line"));
    }

    private static List<String> values(FrontMatterReader.FrontMatter matter, Field field) {
        return matter.claims().stream()
                .filter(c -> c.field() == field)
                .map(Claim::value)
                .toList();
    }
}
