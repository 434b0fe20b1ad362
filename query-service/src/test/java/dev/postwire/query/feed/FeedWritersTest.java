package dev.postwire.query.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.SyndFeedInput;
import dev.postwire.contracts.GoldenSample;
import dev.postwire.query.post.Event;
import java.io.StringReader;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FeedWritersTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ODD = "a\u0000b\u0008c\uFFFEd\uD800e]]>&amp;<f> \uD83D\uDE00";

    @Test
    void writesAtomThatKeepsEveryRule() throws Exception {
        String atom = AtomWriter.write(feed(full(), odd(), minimal()));

        assertEquals(List.of(), AtomRules.broken(atom));
        SyndFeed read = new SyndFeedInput().build(new StringReader(atom));
        assertEquals(3, read.getEntries().size());
        SyndEntry first = read.getEntries().get(0);
        assertEquals(full().title(), first.getTitle());
        assertEquals(full().html().orElseThrow(), first.getContents().get(0).getValue());
        assertEquals(full().tags().get(0).slug(), first.getCategories().get(0).getName());
    }

    @Test
    void writesJsonFeedThatKeepsEveryRule() throws Exception {
        String json = JsonFeedWriter.write(feed(full(), odd(), minimal()));

        assertEquals(List.of(), JsonFeedRules.broken(json));
        JsonNode read = JSON.readTree(json);
        assertEquals(
                full().html().orElseThrow(), read.at("/items/0/content_html").textValue());
        assertEquals(ODD, read.at("/items/1/title").textValue());
        assertEquals("https://hub.example/", read.at("/hubs/0/url").textValue());
    }

    @Test
    void writesAnEmptyFeedThatKeepsEveryRule() throws Exception {
        assertEquals(List.of(), AtomRules.broken(AtomWriter.write(feed())));
        assertEquals(List.of(), JsonFeedRules.broken(JsonFeedWriter.write(feed())));
    }

    @Test
    void replacesWhatNoXmlMayContain() throws Exception {
        String atom = AtomWriter.write(feed(odd()));

        assertEquals(List.of(), AtomRules.broken(atom));
        assertTrue(atom.codePoints().allMatch(XmlText::allowed));
        SyndFeed read = new SyndFeedInput().build(new StringReader(atom));
        assertEquals(
                "a\uFFFDb\uFFFDc\uFFFDd\uFFFDe]]>&amp;<f> \uD83D\uDE00",
                read.getEntries().get(0).getTitle());
    }

    @Test
    void leavesOutAddressesThatAreNone() throws Exception {
        ObjectNode post = Event.of("p").json();
        post.put("url", "https://a.example/with space").put("image", "data:image/png;base64,AAAA");
        post.putArray("authors").addObject().put("name", "Ida").put("url", "javascript:alert(1)");

        Entry entry = Entry.of(post, "http://here/v1/posts/", Optional.empty());

        assertTrue(entry.url().isEmpty());
        assertTrue(entry.image().isEmpty());
        assertTrue(entry.authors().get(0).url().isEmpty());
        assertEquals("http://here/v1/posts/p", entry.page());
    }

    @Test
    void seesWhatIsWrong() throws Exception {
        String atom = AtomWriter.write(feed(full()));

        assertFalse(AtomRules.broken(atom.replaceFirst("<updated>[^<]*</updated>", ""))
                .isEmpty());
        assertFalse(AtomRules.broken(atom.replace("T", "t")).isEmpty());
        assertFalse(
                JsonFeedRules.broken(JsonFeedWriter.write(feed(full(), full()))).isEmpty());
    }

    private static Feed feed(Entry... entries) {
        return new Feed(
                Feed.TAG + "query:1",
                "Postwire: " + ODD,
                "http://here/v1/feed.atom?q=a%20b&tag=c&limit=1&cursor=x",
                "http://here/v1/feed.atom?q=a%20b&tag=c&limit=1",
                Optional.of("http://here/v1/feed.atom?q=a%20b&tag=c&limit=1&cursor=y"),
                "http://here/",
                Optional.of("https://hub.example/"),
                List.of(entries));
    }

    private static Entry full() {
        try {
            JsonNode post = JSON.readTree(
                    GoldenSample.named("posts.enriched.v1", "full").value().orElseThrow());
            return Entry.of(
                    post, "http://here/v1/posts/", Optional.of(post.path("html").asText()));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Entry minimal() {
        return Entry.of(Event.of("min").json(), "http://here/v1/posts/", Optional.empty());
    }

    private static Entry odd() {
        ObjectNode post = Event.of("odd").title(ODD).author(ODD).tag("odd", ODD).json();
        post.put("excerpt", ODD);
        return Entry.of(post, "http://here/v1/posts/", Optional.of("<p>" + ODD + "</p>"));
    }
}
