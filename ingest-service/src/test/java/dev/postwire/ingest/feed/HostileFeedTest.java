package dev.postwire.ingest.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Feeds made to cost much more than they weigh. */
class HostileFeedTest {
    private static final int MEBIBYTE = 1024 * 1024;

    /** Far more than linear work takes on a busy machine, far less than what it took before it was linear. */
    private static final Duration MOST_TIME = Duration.ofSeconds(4);

    @Test
    void namesCannotMakeAFeedGrowBeyondMeasure() {
        String feed = "<!DOCTYPE rss [<!ENTITY a '" + "x".repeat(900) + "'>]>\n<rss><channel><item><title>"
                + "&a;".repeat(MEBIBYTE / 3) + "</title></item></channel></rss>";
        MalformedFeedException malformed = assertThrows(MalformedFeedException.class, () -> read(feed));
        assertEquals(2, malformed.line());
        assertTrue(malformed.column() > 3_000 && malformed.column() < 5_000, "column " + malformed.column());
    }

    @Test
    void namesInAttributesCountAsThoseInTexts() {
        String feed = "<!DOCTYPE rss [<!ENTITY a '" + "x".repeat(900) + "'>]><rss>"
                + "<channel a='&a;&a;&a;'/>".repeat(10_000) + "</rss>";
        assertThrows(MalformedFeedException.class, () -> read(feed));
    }

    @Test
    void namesThatSaveWritingAreTaken() throws MalformedFeedException {
        String site = "A site of some name, by its author";
        String feed = "<!DOCTYPE rss [<!ENTITY site '" + site + "'>]><rss><channel>"
                + "<item><title>&site;</title></item>".repeat(1_000) + "</channel></rss>";
        List<Entry> entries = read(feed);
        assertEquals(Optional.of(site), entries.get(999).title());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>",
                "<!--",
                "<style a>",
                "<script></script ",
                "<script><style><!--",
                "<script   ",
                "</script>"
            })
    void aTitleTakesLinearTime(String piece) throws MalformedFeedException {
        String feed = "<feed xmlns='http://www.w3.org/2005/Atom'><entry><title type='html'><![CDATA["
                + piece.repeat(4 * MEBIBYTE / piece.length()) + "]]></title></entry></feed>";
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long start = threads.getCurrentThreadCpuTime();
        read(feed);
        Duration taken = Duration.ofNanos(threads.getCurrentThreadCpuTime() - start);
        assertTrue(taken.compareTo(MOST_TIME) < 0, "took " + taken);
    }

    @Test
    void whatIsNotSeenIsNoPartOfATitle() throws MalformedFeedException {
        String title =
                "a<script x='1'>var b = '<i>';</SCRIPT > b<!-- c --> <STYLE>d</style>e<scripted>f<script>g<!-- h";
        String feed = "<feed xmlns='http://www.w3.org/2005/Atom'><entry><title type='html'><![CDATA[" + title
                + "]]></title></entry></feed>";
        assertEquals(Optional.of("a b efg<!-- h"), read(feed).get(0).title());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<rss><channel>REPEATED</channel></rss>;<item/>",
                "<rss><channel>REPEATED</channel></rss>;<a b='' c=''/>",
                "<rss><channel>REPEATED</channel></rss>;<!---->x",
                "{\"items\":[REPEATED{}]};{},",
                "{\"items\":[REPEATED{}]};[[]],",
                "{\"items\":[{\"a\":[REPEATED0]}]};0,"
            })
    void whatIsLargerInMemoryThanOnTheWayNeedsRoom(String form) {
        String[] parts = form.split(";");
        String feed = parts[0].replace("REPEATED", parts[1].repeat(100_000));
        long[] taken = {0};
        Room narrow = bytes -> {
            taken[0] += bytes;
            if (taken[0] > 4 * MEBIBYTE) throw new IllegalStateException("no room");
        };
        byte[] bytes = feed.getBytes(StandardCharsets.UTF_8);
        assertThrows(IllegalStateException.class, () -> FeedReader.read(bytes, FeedSource.UNKNOWN, narrow));
    }

    @Test
    void theAuthorsOfAFeedAreReadOnceForAllItsEntries() throws MalformedFeedException {
        String feed = "{\"authors\":[" + "{\"name\":\"a\"},".repeat(20_000) + "{}],\"items\":[" + "{},".repeat(20_000)
                + "{}]}";
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long start = threads.getCurrentThreadCpuTime();
        assertEquals(50, read(feed).get(20_000).authors().size());
        Duration taken = Duration.ofNanos(threads.getCurrentThreadCpuTime() - start);
        assertTrue(taken.compareTo(MOST_TIME) < 0, "took " + taken);
    }

    private static List<Entry> read(String feed) throws MalformedFeedException {
        return FeedReader.read(feed.getBytes(StandardCharsets.UTF_8), FeedSource.UNKNOWN);
    }
}
