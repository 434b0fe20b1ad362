package dev.postwire.enrich.tag;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.postwire.enrich.post.Claim;
import dev.postwire.enrich.post.EnrichedPost.Evidence;
import dev.postwire.enrich.post.EnrichedPost.Tag;
import dev.postwire.enrich.post.Warning;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AuthorTagsTest {
    private final AuthorTags tags = new AuthorTags();
    private final List<Warning> warnings = new ArrayList<>();

    @Test
    void keepsTheOrderAndTheFirstSpelling() {
        List<Tag> found = tags.tags(List.of(claim("Zebra"), claim("C++"), claim("zebra")), "", warnings);

        assertEquals(List.of("Zebra", "C++"), found.stream().map(Tag::label).toList());
        assertEquals(List.of("zebra", "c++"), found.stream().map(Tag::slug).toList());
        assertEquals(2, found.get(0).evidence().size());
    }

    @Test
    void showsWholeWordMentionsInCodePoints() {
        List<Tag> found = tags.tags(List.of(claim("go")), "😀 Go is going to Go.", warnings);

        assertEquals(
                List.of(
                        new Evidence(null, null, null, "front matter tags", "go"),
                        new Evidence(null, null, null, "vocabulary prefLabel", "go \u2192 golang"),
                        Evidence.span(2, 4, "Go"),
                        Evidence.span(17, 19, "Go")),
                found.get(0).evidence());
    }

    @Test
    void takesTheSlugOfTheConceptThatATagIsAnotherNameOf() {
        List<Tag> found =
                tags.tags(List.of(claim("py3k"), claim("Python")), "Porting to py3k, a new Python.", warnings);

        assertEquals(1, found.size());
        assertEquals("python", found.get(0).slug());
        assertEquals("py3k", found.get(0).label());
        assertEquals(
                List.of(
                        new Evidence(null, null, null, "front matter tags", "py3k"),
                        new Evidence(null, null, null, "vocabulary altLabel", "py3k \u2192 python"),
                        new Evidence(null, null, null, "front matter tags", "Python"),
                        Evidence.span(11, 15, "py3k"),
                        Evidence.span(23, 29, "Python")),
                found.get(0).evidence());
    }

    @Test
    void leavesOutWhatHasNoLetterOrDigit() {
        List<Tag> found = tags.tags(
                List.of(claim("\uD83D\uDE00"), claim("..."), claim(".."), claim("#"), claim("C++"), claim("7")),
                "",
                warnings);

        assertEquals(List.of("c++", "7"), found.stream().map(Tag::slug).toList());
    }

    @Test
    void warnsOfWhatIsLeftOut() {
        List<Claim> claims = new ArrayList<>(List.of(claim("x".repeat(101)), claim("y".repeat(100))));
        for (int i = 0; i < 101; i++) claims.add(claim("tag " + i));
        claims.add(claim("TAG 5"));

        List<Tag> found = tags.tags(claims, "", warnings);

        assertEquals(100, found.size());
        assertEquals(
                List.of(
                        new Warning("tags-left-out", "1 of the author's tags: longer than 100 characters"),
                        new Warning("tags-left-out", "2 of the author's tags: beyond the 100 that a post may have")),
                warnings);
    }

    @Test
    void warnsOfNothingWhereAllAreKept() {
        tags.tags(List.of(claim("one"), claim("two"), claim("#")), "", warnings);

        assertEquals(List.of(), warnings);
    }

    private static Claim claim(String value) {
        return new Claim(Claim.Field.TAG, value, Claim.Source.FRONT_MATTER, "tags");
    }
}
