package dev.postwire.query.index;

import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherLifetimeManager;
import org.apache.lucene.search.SearcherManager;

/**
 * The generation that searches are answered from. What somebody pages through stays as it was on the first page for some minutes;
 * after that, or on another instance, the next page is made of what is there by then. Safe for any number of threads.
 */
final class Serving implements Closeable {
    private static final Duration KEPT = Duration.ofMinutes(5);
    private static final int MOST_KEPT = 64;
    private static final int TAG_BITS = 20;
    private static final int VERSION_BITS = 32;

    private final SearcherManager searchers;
    private final SearcherLifetimeManager kept = new SearcherLifetimeManager();

    /** Tells our snapshots from those of another instance or generation. */
    private final long tag = ThreadLocalRandom.current().nextLong(1L << TAG_BITS);

    Serving(SearcherManager searchers) {
        this.searchers = searchers;
    }

    /** A searcher in use. */
    record Use(IndexSearcher searcher, boolean asBefore, Closeable release) implements Closeable {
        @Override
        public void close() throws IOException {
            release.close();
        }
    }

    Use current() throws IOException {
        IndexSearcher searcher = searchers.acquire();
        return new Use(searcher, false, () -> searchers.release(searcher));
    }

    /** As it was then, if that is still kept. */
    Use asOf(long snapshot) throws IOException {
        IndexSearcher searcher = snapshot >>> VERSION_BITS == tag ? kept.acquire(version(snapshot)) : null;
        return searcher == null ? current() : new Use(searcher, true, () -> kept.release(searcher));
    }

    /** Keeps what that searcher sees, and names it. */
    long keep(IndexSearcher searcher) throws IOException {
        long version = kept.record(searcher);
        return tag << VERSION_BITS | version(version);
    }

    private static long version(long number) {
        return number & (1L << VERSION_BITS) - 1;
    }

    /** Lets go what nobody will ask for any more. */
    void prune() throws IOException {
        int[] newer = {0};
        kept.prune((age, searcher) -> ++newer[0] > MOST_KEPT || age > KEPT.toSeconds());
    }

    @Override
    public void close() throws IOException {
        kept.close();
    }
}
