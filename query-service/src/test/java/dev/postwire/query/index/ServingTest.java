package dev.postwire.query.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ServingTest {
    private final Time time = new Time();
    private IndexWriter writer;
    private SearcherManager searchers;
    private Serving serving;

    /** Goes on when it is told to. */
    private static final class Time extends Clock {
        private Instant now = Instant.parse("2026-05-04T23:50:00Z");

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        void pass(Duration some) {
            now = now.plus(some);
        }
    }

    @BeforeEach
    void open() throws IOException {
        writer = new IndexWriter(new ByteBuffersDirectory(), new IndexWriterConfig());
        searchers = new SearcherManager(writer, new Searchers());
        serving = new Serving(searchers, time);
        postComes();
    }

    @AfterEach
    void close() throws IOException {
        serving.close();
        searchers.close();
        writer.close();
    }

    @Test
    void keepsPagesForMinutesHoweverMuchIsSearchedAndComes() throws IOException {
        long first = firstPage();
        int seen = posts(first);
        int most = 0;
        for (Duration passed = Duration.ZERO; passed.toSeconds() < 290; passed = passed.plusMillis(200)) {
            postComes();
            firstPage();
            most = Math.max(most, serving.kept());
            time.pass(Duration.ofMillis(200));
        }

        assertEquals(Optional.of(seen), keptPosts(first));
        assertTrue(most <= 60, "one in five seconds: " + most);
    }

    @Test
    void keepsPagesForMinutesThoughEachPostIsWaitedFor() throws IOException {
        long first = firstPage();
        int most = 0;
        for (Duration passed = Duration.ZERO; passed.toSeconds() < 290; passed = passed.plusMillis(200)) {
            postComes();
            serving.promise();
            firstPage();
            most = Math.max(most, serving.kept());
            time.pass(Duration.ofMillis(200));
        }

        assertTrue(keptPosts(first).isPresent());
        assertTrue(most <= 60 + 17, "few more: " + most);
    }

    @Test
    void showsOnFirstPagesAllThatSomebodyWasToldToBeSeen() throws IOException {
        firstPage();
        postComes();
        assertTrue(serving.shared().isPresent(), "nobody was told");

        serving.promise();

        assertFalse(serving.shared().isPresent());
        long page = firstPage();
        assertEquals(2, posts(page));
    }

    @Test
    void letsGoWhatIsOld() throws IOException {
        long first = firstPage();
        postComes();
        assertTrue(keptPosts(first).isPresent());
        time.pass(Serving.KEPT);

        postComes();

        assertEquals(Optional.empty(), keptPosts(first));
        assertEquals(0, serving.kept());
    }

    @Test
    void countsTheDaysAgeFromTheDayOfTheFirstPage() throws IOException {
        time.pass(Duration.ofMinutes(8));
        long first = firstPage();
        time.pass(Duration.ofMinutes(3));
        try (Serving.Use use = serving.asOf(first)) {
            assertEquals(LocalDate.parse("2026-05-04"), serving.day(use.searcher()));
        }
        postComes();
        try (Serving.Use use = serving.current()) {
            assertEquals(LocalDate.parse("2026-05-05"), serving.day(use.searcher()));
        }
    }

    /** As a search does that has a next page. */
    private long firstPage() throws IOException {
        Optional<Serving.Use> shared = serving.shared();
        try (Serving.Use use = shared.isPresent() ? shared.get() : serving.current()) {
            return serving.keep(use.searcher());
        }
    }

    private int posts(long snapshot) throws IOException {
        return keptPosts(snapshot).orElseThrow();
    }

    private Optional<Integer> keptPosts(long snapshot) throws IOException {
        try (Serving.Use use = serving.asOf(snapshot)) {
            return use.asBefore() ? Optional.of(use.searcher().getIndexReader().numDocs()) : Optional.empty();
        }
    }

    private void postComes() throws IOException {
        writer.addDocument(new Document());
        searchers.maybeRefreshBlocking();
        serving.prune();
    }
}
