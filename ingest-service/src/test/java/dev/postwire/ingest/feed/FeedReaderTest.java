package dev.postwire.ingest.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FeedReaderTest {
    private static final Duration SOON = Duration.ofSeconds(2);

    @Test
    void readsAnAtomEntryWithWhatItInherits() throws MalformedFeedException {
        Entry entry = one("""
                <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="pt-BR" xml:base="https://ilha.example/blog/">
                  <author><name>Rui Sá</name><uri>/rui</uri></author>
                  <link rel="self" href="feed.xml"/>
                  <entry>
                    <id>tag:ilha.example,2024:7</id>
                    <link rel="enclosure" href="voz.mp3"/><link href="7.html"/>
                    <title type="html">Mar &amp;amp; &lt;em>vento&lt;/em></title>
                    <published>2024-05-01T10:00:00-03:00</published><updated>2024-05-02T10:00:00Z</updated>
                    <category term="mar" label="Mar"/>
                    <summary>curto</summary>
                    <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Um <a href="6.html">passo</a>.<br/></p></div></content>
                  </entry>
                </feed>""");
        assertEquals(Optional.of("tag:ilha.example,2024:7"), entry.guid());
        assertEquals(Optional.of("https://ilha.example/blog/7.html"), entry.url());
        assertEquals(Optional.of("Mar & vento"), entry.title());
        assertEquals(List.of(new Entry.Author("Rui Sá", "https://ilha.example/rui")), entry.authors());
        assertEquals(Optional.of("2024-05-01T10:00:00-03:00"), entry.published());
        assertEquals(Optional.of("2024-05-02T10:00:00Z"), entry.updated());
        assertEquals(List.of("Mar"), entry.tags());
        assertEquals(Optional.of("pt-BR"), entry.language());
        assertEquals(
                Optional.of(new Entry.Content(
                        true, "<p>Um <a href=\"https://ilha.example/blog/6.html\">passo</a>.<br /></p>")),
                entry.content());
    }

    @Test
    void readsAnRssItemOfTheWild() throws MalformedFeedException {
        Entry entry = one("""
                <?xml version="1.0"?><!DOCTYPE rss PUBLIC "-//X//DTD RSS 0.91//EN" "http://nowhere.example/rss.dtd">
                <rss version="2.0"><channel><language>de</language><managingEditor>x@y.example (Ida Berg)</managingEditor>
                <item><title>Tom & Jerry&nbsp;– C++ vector&lt;int&gt;</title><guid isPermaLink="false">77</guid>
                <link> https://werft.example/77 </link><pubDate>Sat, 7 Sep 02 00:00:01 EST</pubDate>
                <dc:creator>Lee Moss</dc:creator><category>Häfen</category><category>Häfen</category>
                <description>kurz</description><content:encoded><![CDATA[<p>lang &eacute;</p>]]></content:encoded></item>
                </channel></rss>""");
        assertEquals(Optional.of("Tom & Jerry – C++ vector<int>"), entry.title());
        assertEquals(Optional.of("77"), entry.guid());
        assertEquals(Optional.of("https://werft.example/77"), entry.url());
        assertEquals(Optional.of("2002-09-07T00:00:01-05:00"), entry.published());
        assertEquals(List.of(new Entry.Author("Lee Moss", null)), entry.authors());
        assertEquals(List.of("Häfen"), entry.tags());
        assertEquals(Optional.of("de"), entry.language());
        assertEquals(Optional.of(new Entry.Content(true, "<p>lang &eacute;</p>")), entry.content());
    }

    @Test
    void readsAJsonFeed() throws MalformedFeedException {
        Entry entry = one("""
                {"version": "https://jsonfeed.org/version/1.1", "title": "x", "language": "nl",
                 "home_page_url": "https://dijk.example/", "authors": [{"name": "Jo de Wit", "url": "https://jo.example/"}],
                 "items": [{"id": 12, "url": "/12", "title": "Eb en vloed", "date_published": "2023-01-02T03:04:05Z",
                            "content_html": "<img src=eb.png><a href='vloed'>v</a>", "content_text": "v", "tags": ["water", ""]}]}""");
        assertEquals(Optional.of("12"), entry.guid());
        assertEquals(Optional.of("https://dijk.example/12"), entry.url());
        assertEquals(List.of(new Entry.Author("Jo de Wit", "https://jo.example/")), entry.authors());
        assertEquals(List.of("water"), entry.tags());
        assertEquals(Optional.of("nl"), entry.language());
        assertTrue(entry.content().orElseThrow().text().contains("href='https://dijk.example/vloed'"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "utf-8 | utf-8 |", "iso-8859-1 | iso-8859-1 |", "windows-1251 | windows-1251 |", "utf-16 | utf-16 |",
                "utf-16le | utf-16 |", "windows-1252 | utf-8 |", "windows-1251 | utf-8 | windows-1251",
                        "utf-8 | nonsense |",
                "big5 | big5 |", "utf-32be | x |"
            })
    void readsAnyCharset(String written, String declared, String said) throws MalformedFeedException {
        String word = written.contains("1251") ? "Гавань" : written.equals("big5") ? "港口" : "Hôtel";
        String feed = "<?xml version='1.0' encoding='" + declared + "'?><rss><channel><item><title>" + word
                + "</title></item></channel></rss>";
        FeedSource source = new FeedSource(Optional.empty(), Optional.ofNullable(said), Optional.empty());
        assertEquals(
                Optional.of(word),
                FeedReader.read(feed.getBytes(Charset.forName(written)), source)
                        .get(0)
                        .title());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "<rss><channel><item></channel></rss> | 1 | 21",
                "<rss><channel><item> | 1 | 21",
                "<rss a=b></rss> | 1 | 6",
                "<rss><title>a <b</title></rss> | 1 | 15",
                "<html><body/></html> | 1 | 1",
                "hello | 1 | 1",
                "<rss/><rss/> | 1 | 7",
                "{\"items\": [} | 1 | 12",
                "{\"version\": 1} | 1 | 1",
                "<rss><!-- x | 1 | 6",
                "~   ~ | 1 | 1"
            })
    void saysWhereAFeedBreaks(String feed, int line, int column) {
        MalformedFeedException malformed = assertThrows(MalformedFeedException.class, () -> read(feed));
        assertEquals(line + ":" + column, malformed.line() + ":" + malformed.column(), malformed.getMessage());
    }

    @Test
    void fetchesNothingAndExpandsNothing() throws MalformedFeedException {
        StringBuilder laughs = new StringBuilder(
                "<!DOCTYPE rss [<!ENTITY own 'ours'>"
                        + "<!ENTITY file SYSTEM 'file:///etc/passwd'><!ENTITY % p SYSTEM 'http://127.0.0.1:1/'>%p;<!ENTITY a0 'ha'>");
        for (int i = 1; i < 50; i++)
            laughs.append("<!ENTITY a")
                    .append(i)
                    .append(" '&a")
                    .append(i - 1)
                    .append(";&a")
                    .append(i - 1)
                    .append(";'>");
        Entry entry =
                one(laughs + "]><rss><channel><item><title>&own; &file; &a49; &p;</title></item></channel></rss>");
        assertEquals(Optional.of("ours &file; &a49; &p;"), entry.title());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<a>",
                "<a b='c'>",
                "<!DOCTYPE x [",
                "<![CDATA[",
                "<!--",
                "&",
                "<",
                "<a ",
                "<!ENTITY a 'b'>",
                "]]>",
                "</a>",
                "<a/>",
                "{\"a\":",
                "[",
                "&#1",
                "\""
            })
    void takesLinearTimeForWhatIsRepeated(String piece) {
        String hostile = piece.repeat(100_000 / piece.length());
        for (String feed : List.of(
                hostile,
                "<rss><channel><item><description>" + hostile,
                "<!DOCTYPE x [" + hostile,
                "<rss a='" + hostile + "'/>",
                "<rss><channel><item><title><![CDATA[" + hostile + "]]></title><description><![CDATA[<a href='"
                        + hostile + "]]></description></item></channel></rss>")) {
            assertTimeout(SOON, () -> {
                try {
                    FeedReader.read(
                            feed.getBytes(StandardCharsets.UTF_8),
                            new FeedSource(
                                    Optional.of(URI.create("http://a.example/")), Optional.empty(), Optional.empty()));
                } catch (MalformedFeedException e) {
                    assertFalse(e.getMessage().isEmpty());
                }
            });
        }
    }

    @Test
    void boundsDepth() {
        assertThrows(
                MalformedFeedException.class, () -> read("<rss>" + "<a>".repeat(300) + "</a>".repeat(300) + "</rss>"));
    }

    private static Entry one(String feed) throws MalformedFeedException {
        List<Entry> entries = read(feed);
        assertEquals(1, entries.size());
        return entries.get(0);
    }

    private static List<Entry> read(String feed) throws MalformedFeedException {
        return FeedReader.read(feed.getBytes(StandardCharsets.UTF_8), FeedSource.UNKNOWN);
    }
}
