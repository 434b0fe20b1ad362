package dev.postwire.enrich.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.postwire.enrich.post.Claim;
import dev.postwire.enrich.post.Claim.Field;
import dev.postwire.enrich.post.Warning;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
                "+++\ntitle = 'Tea'\n[taxonomies]\ntags = ['a', 'b']\n+++\nbody",
                "---\nlayout: post\ntitle: Tea\ntags: a b\n---\nbody",
                "---\ntitle: Tea\ntags:\n  - label: a\n    permalink: /a\n  - label: b\n...\nbody",
                "title: Tea\ntags:\n- a\n- b\n---\nbody",
                "\"title\": \"Tea\",\n\"tags\": [\"a\", \"b\"]\n;;;\nbody",
                "{\"title\": \"Tea\", \"tags\": [\"a\", \"b\"]}\nbody",
                "Title: Tea\nTags: a\n      b\nSummary: two\n  lines\n\nbody",
                "---\ntitle: Tea\ncategories: [[a, b], [a]]\n---\nbody"
            })
    void readsEveryDialect(String post) {
        FrontMatterReader.FrontMatter matter = reader.read(post);

        assertEquals(List.of("Tea"), values(matter, Field.TITLE));
        assertEquals(
                List.of("a", "b"), values(matter, Field.TAG).stream().distinct().toList());
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
                "---\nWords between two rules.\n---\nMore words.",
                "{{< figure src=\"a.png\" >}}\nwords",
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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "---\ntitle: Tea: a love story\ntags: [a, b]\n---\nbody",
                "---\ntitle: \"Tea: a love story\"\ntags:\n\t- a\n\t- b\n---\nbody",
                "+++\ntitle = 'Tea: a love story'\ntags = ['a', 'b']\ndate = soon\n+++\nbody",
                "---json\n{\n\"title\": \"Tea: a love story\",\n\"tags\": [\"a\", \"b\"]\n---\nbody"
            })
    void readsTheGoodLinesOfBadFrontMatter(String post) {
        FrontMatterReader.FrontMatter matter = reader.read(post);

        assertEquals(List.of("Tea: a love story"), values(matter, Field.TITLE));
        assertEquals(List.of("a", "b"), values(matter, Field.TAG));
        assertEquals(List.of("front-matter-malformed"), codes(matter));
        assertEquals("body", matter.body());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "---\ntitle: Tea\ntitle: Coffee\n---\nbody",
                ";;;\n\"title\": \"Tea\", \"title\": \"Coffee\"\n;;;\nbody"
            })
    void takesTheLastOfAKeyThatStandsTwiceAndSaysSo(String post) {
        FrontMatterReader.FrontMatter matter = reader.read(post);

        assertEquals(List.of("Coffee"), values(matter, Field.TITLE));
        assertEquals(List.of("front-matter-repeated"), codes(matter));
    }

    @Test
    void readsFrontMatterWhoseFenceWasForgotten() {
        FrontMatterReader.FrontMatter matter = reader.read("---\ntitle: Tea\ndate: 2020-01-02\n\nThe body.\n");

        assertEquals(List.of("Tea"), values(matter, Field.TITLE));
        assertEquals(List.of("front-matter-unclosed"), codes(matter));
        assertEquals("The body.", matter.body().strip());
    }

    @ParameterizedTest
    @CsvSource({
        "date: 2020-01-02, 2020-01-02",
        "publishDate: 2020-01-02, 2020-01-02",
        "pubDate: 2020-01-02, 2020-01-02",
        "published: 2020-01-02, 2020-01-02",
        "lastmod: 2020-01-02, 2020-01-02",
        "Modified: 2020-01-02, 2020-01-02"
    })
    void findsTheDateUnderTheKeysOfAllDialects(String line, String date) {
        assertEquals(List.of(date), values(reader.read("---\n" + line + "\n---\n"), Field.PUBLISHED));
    }

    @Test
    void knowsThatJekyllsPublishedIsNoDate() {
        FrontMatterReader.FrontMatter matter = reader.read("---\npublished: false\ntitle: Tea\n---\nbody");

        assertEquals(List.of(), values(matter, Field.PUBLISHED));
        assertEquals(List.of("draft"), codes(matter));
    }

    @Test
    void keepsNumbersAsTheyWereWritten() {
        assertEquals(List.of("1.10"), values(reader.read("---\ntitle: 1.10\n---\n"), Field.TITLE));
        assertEquals(List.of("007"), values(reader.read("---\ntitle:   007   # agent\n---\n"), Field.TITLE));
    }

    @Test
    void keepsSpacesInATagOutsideJekyll() {
        assertEquals(List.of("green tea"), values(reader.read("---\ntags: green tea\n---\n"), Field.TAG));
        assertEquals(List.of("a, b", "c"), values(reader.read("Title: x\nTags: a, b; c\n\n"), Field.TAG));
    }

    @Test
    void readsAuthorsAsKeysObjectsAndLists() {
        String list = "---\nauthors:\n  - name: Ada Byron\n    url: https://ada.example\n  - grace\n---\n";

        assertEquals(List.of("Ada Byron", "grace"), values(reader.read(list), Field.AUTHOR));
        assertEquals(List.of("https://ada.example"), values(reader.read(list), Field.AUTHOR_URL));
        assertEquals(
                List.of("Ada Byron"),
                values(reader.read("---\nauthor: Ada Byron <ada@ada.example>\n---\n"), Field.AUTHOR));
        assertEquals(List.of("Byron, Ada"), values(reader.read("---\nauthor: Byron, Ada\n---\n"), Field.AUTHOR));
        assertEquals(List.of("Ada", "Grace"), values(reader.read("Title: x\nAuthors: Ada, Grace\n\n"), Field.AUTHOR));
    }

    @Test
    void readsTheAddressOfTheOriginal() {
        assertEquals(
                List.of("https://a.example/tea"),
                values(reader.read("---\ncanonicalURL: https://a.example/tea\n---\n"), Field.URL));
    }

    @Test
    void isNoRoomForAliasesThatMultiply() {
        StringBuilder bomb = new StringBuilder("---\na0: &a0 [x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 30; i++)
            bomb.append("a%1$d: &a%1$d [%2$s]\n".formatted(i, ("*a" + (i - 1) + ", ").repeat(8)));
        String post = bomb + "tags: *a29\n---\nbody";

        FrontMatterReader.FrontMatter matter =
                assertTimeoutPreemptively(Duration.ofSeconds(10), () -> reader.read(post));

        assertTrue(matter.claims().size() <= 1_000);
        assertEquals("body", matter.body());
    }

    private static List<String> codes(FrontMatterReader.FrontMatter matter) {
        return matter.warnings().stream().map(Warning::code).toList();
    }

    private static List<String> values(FrontMatterReader.FrontMatter matter, Field field) {
        return matter.claims().stream()
                .filter(c -> c.field() == field)
                .map(Claim::value)
                .toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "published_date",
                "publishedDate",
                "first_published_at",
                "post_date",
                "posted",
                "date-created",
                "last-modified",
                "updatedDate"
            })
    void findsTheDateUnderKeysThatSayItInFull(String key) {
        assertEquals(
                List.of("2020-01-02"), values(reader.read("---\n" + key + ": 2020-01-02\n---\n"), Field.PUBLISHED));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "author: Ada Byron and Grace Hopper",
                "author: Ada Byron, Grace Hopper",
                "authors: Ada Byron & Grace Hopper",
                "byline: Ada Byron und Grace Hopper",
                "authors:\n  ada:\n    name: Ada Byron\n  grace:\n    name: Grace Hopper",
                "author:\n- name:\n    given: Ada\n    family: Byron\n- name: '[Grace Hopper](https://g.example)'"
            })
    void partsSeveralAuthors(String line) {
        assertEquals(
                List.of("Ada Byron", "Grace Hopper"), values(reader.read("---\n" + line + "\n---\n"), Field.AUTHOR));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "image: /a.png",
                "cover:\n  image: /a.png",
                "featured_image: /a.png",
                "images: [/a.png]",
                "header:\n  teaser: /a.png"
            })
    void findsTheLeadImage(String line) {
        assertEquals(List.of("/a.png"), values(reader.read("---\n" + line + "\n---\n"), Field.IMAGE));
    }

    @Test
    void takesNoSwitchForAnImage() {
        assertEquals(List.of(), values(reader.read("---\nheader: none\nthumbnail: true\n---\n"), Field.IMAGE));
    }

    @Test
    void readsTagsByKeyAndInQuotedLists() {
        assertEquals(List.of("a", "b"), values(reader.read("---\ntags:\n  a: 1\n  b: 2\n---\n"), Field.TAG));
        assertEquals(List.of("a", "b c"), values(reader.read("---\ntags: '[\"a\", \"b c\"]'\n---\n"), Field.TAG));
    }

    @Test
    void leavesOutTheListsThatEleventyKeepsAmongTags() {
        assertEquals(
                List.of("tea"),
                values(reader.read("---\nlayout: layouts/post.njk\ntags: [posts, tea]\n---\n"), Field.TAG));
        assertEquals(List.of("posts"), values(reader.read("---\ntags: [posts]\n---\n"), Field.TAG));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "---\ntitle:Tea\ndate:2020-01-02\n---\nbody",
                "---\n<<<<<<< HEAD\ntitle: Coffee\n=======\ntitle: Tea\n>>>>>>> x\ndate: 2020-01-02\n---\nbody",
                "---js\nconst title = \"Tea\";\nconst date = '2020-01-02';\n---\nbody"
            })
    void readsKeysOfWhatIsNoYamlAtAll(String post) {
        FrontMatterReader.FrontMatter matter = reader.read(post);

        assertEquals(List.of("Tea"), values(matter, Field.TITLE));
        assertEquals(List.of("2020-01-02"), values(matter, Field.PUBLISHED));
        assertEquals(List.of("front-matter-malformed"), codes(matter));
        assertEquals("body", matter.body());
    }

    @Test
    void saysThatAKeyStandsTwiceInAnObjectWithoutAFence() {
        assertEquals(
                List.of("front-matter-repeated"), codes(reader.read("{\"title\": \"a\", \"title\": \"b\"}\nbody")));
    }
}
