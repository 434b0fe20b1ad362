package dev.postwire.ingest.feed;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.postwire.ingest.post.ContentType;
import dev.postwire.ingest.post.Intake;
import dev.postwire.ingest.post.Metadata;
import dev.postwire.ingest.post.Namespace;
import dev.postwire.ingest.post.Verdict;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EntryEnvelopeTest {
    private static final String FEED = "https://a.example/feed";

    @Test
    void anEntryIsThePostOfItsOwnNameWhateverElseChanges() throws MalformedFeedException {
        String named = "<guid>https://a.example/1</guid>";
        assertEquals(
                id(named + "<title>a</title>", FEED),
                id(named + "<link>https://a.example/x</link>", "https://b.example/"));
        assertEquals(id("<guid>HTTPS://A.example:443/1?utm_source=rss</guid>", FEED), id(named, FEED));
        assertEquals(id("<link>https://a.example/1</link>", FEED), id(named, FEED));
    }

    @Test
    void namesWithinAFeedAreKeptApartByTheFeed() throws MalformedFeedException {
        assertEquals(id("<guid>7</guid>", FEED), id("<guid>7</guid><title>b</title>", FEED));
        assertNotEquals(id("<guid>7</guid>", FEED), id("<guid>7</guid>", "https://b.example/feed"));
        assertEquals(id("<guid>tag:a,2024:7</guid>", FEED), id("<guid>tag:a,2024:7</guid>", "https://b.example/feed"));
        assertNotEquals(id("<guid>https://a.example/#1</guid>", FEED), id("<guid>https://a.example/#2</guid>", FEED));
    }

    @Test
    void theSameEntryHasTheSameBytes() throws MalformedFeedException {
        String item = "<title>a</title><link>https://a.example/</link><author>Ida</author><description>b</description>";
        assertArrayEquals(EntryEnvelope.of(entry(item), FEED), EntryEnvelope.of(entry(item), FEED));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<author>Ida</author>",
                "<title>only</title>",
                "<link>https://a.example/</link>",
                "<pubDate>2004</pubDate>",
                "<category>c</category>",
                "<guid>g</guid>",
                "<title>&#0;&#x1;&#xFFFF;&#xD800;x</title><category>&#x202e;</category><link>http://[</link>"
            })
    void whateverAnEntrySaysIsAGoodEnvelope(String item) throws MalformedFeedException {
        assertInstanceOf(Verdict.Accepted.class, judge(item, FEED));
    }

    @Test
    void longFieldsAreCutAndBadOnesLeftOut() throws MalformedFeedException {
        String item = "<title>" + "😀".repeat(900) + "</title><language>not a language</language><author>"
                + "n".repeat(500) + "</author><category>" + "c".repeat(200) + "</category><link>https://a.example/"
                + "p".repeat(3000) + "</link><description>d</description>";
        assertInstanceOf(Verdict.Accepted.class, judge(item, FEED));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<title>\uFFFD</title>",
                "<title>\u0085\u2028</title>",
                "<category>&#xD800;</category><category>tea</category>",
                "<author>\uFFFD</author>",
                "<pubDate>Fri, 31 Dec 9999 24:00:00 GMT</pubDate>"
            })
    void aFieldOfWhichNothingIsLeftCostsNoEntry(String field) throws MalformedFeedException {
        assertInstanceOf(Verdict.Accepted.class, judge(field + "<description>d</description>", FEED));
    }

    private static String id(String item, String scope) throws MalformedFeedException {
        return ((Verdict.Accepted) judge(item, scope)).submission().id().value();
    }

    private static Verdict judge(String item, String scope) throws MalformedFeedException {
        return new Intake(Namespace.ANY)
                .judge(
                        ContentType.of("application/json").orElseThrow(),
                        Metadata.NONE,
                        EntryEnvelope.of(entry(item), scope));
    }

    private static Entry entry(String item) throws MalformedFeedException {
        String feed = "<rss version='2.0'><channel><item>" + item + "</item></channel></rss>";
        return FeedReader.read(feed.getBytes(StandardCharsets.UTF_8), FeedSource.UNKNOWN)
                .get(0);
    }
}
