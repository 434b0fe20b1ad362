package dev.postwire.query.index;

import java.io.Closeable;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherLifetimeManager;
import org.apache.lucene.search.SearcherManager;

/**
 * The generation that searches are answered from. What somebody pages through stays as it was on the first page for some minutes;
 * after that, or on another instance, the next page is made of what is there by then. So that this holds under load too, first
 * pages that have a next one share what was kept a moment ago, if it has all that anybody was told to be seen: one snapshot is kept
 * for some seconds of searches, and few beside. Safe for any number of threads.
 */
final class Serving implements Closeable {
    static final Duration KEPT = Duration.ofMinutes(5);

    /** How long first pages share a snapshot. */
    static final Duration SHARED = Duration.ofSeconds(5);

    /** Kept beside those shared: where something newer had to be seen. They go first. */
    private static final int MOST_MORE = 16;

    private static final int TAG_BITS = 20;
    private static final int VERSION_BITS = 32;

    private final SearcherManager searchers;
    private final Clock clock;
    private final SearcherLifetimeManager kept = new SearcherLifetimeManager();
    private final Map<Long, Snapshot> snapshots = new ConcurrentHashMap<>();

    /** Tells our snapshots from those of another instance or generation. */
    private final long tag = ThreadLocalRandom.current().nextLong(1L << TAG_BITS);

    private Optional<Snapshot> newest = Optional.empty();
    private Instant sharedAt = Instant.EPOCH;
    private long promised;

    Serving(SearcherManager searchers, Clock clock) {
        this.searchers = searchers;
        this.clock = clock;
    }

    /**
     * What is kept.
     *
     * @param version of the reader: a later one sees more
     * @param day what counts as today in it
     * @param shared by the first pages of some seconds
     */
    private record Snapshot(long version, Instant at, LocalDate day, boolean shared) {}

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
        if (snapshot >>> VERSION_BITS != tag) return current();
        Optional<Use> then = acquire(snapshot & (1L << VERSION_BITS) - 1);
        return then.isPresent() ? then.get() : current();
    }

    /** What first pages share, where it is of a moment ago and sees all that was promised. */
    synchronized Optional<Use> shared() throws IOException {
        Optional<Snapshot> now = newest.filter(one -> within(SHARED, one.at()) && one.version() >= promised);
        return now.isEmpty() ? Optional.empty() : acquire(now.get().version());
    }

    private Optional<Use> acquire(long version) {
        IndexSearcher searcher = kept.acquire(version);
        return searcher == null ? Optional.empty() : Optional.of(new Use(searcher, true, () -> kept.release(searcher)));
    }

    /** From now on no first page shows less than the current searcher does: somebody is told that it is seen. */
    void promise() throws IOException {
        try (Use now = current()) {
            promise(version(now.searcher()));
        }
    }

    private synchronized void promise(long version) {
        promised = Math.max(promised, version);
    }

    /** Keeps what that searcher sees, and names it. */
    synchronized long keep(IndexSearcher searcher) throws IOException {
        long version = kept.record(searcher);
        if (known(version).isEmpty()) {
            boolean due = !within(SHARED, sharedAt);
            Snapshot snapshot = new Snapshot(version, clock.instant(), today(), due);
            snapshots.put(version, snapshot);
            if (due) sharedAt = snapshot.at();
            // Also where it came early: later first pages do with it.
            if (newest.isEmpty() || newest.get().version() <= version) newest = Optional.of(snapshot);
        }
        return tag << VERSION_BITS | version;
    }

    private Optional<Snapshot> known(long version) {
        return Optional.ofNullable(snapshots.get(version)).filter(one -> within(KEPT, one.at()));
    }

    private boolean within(Duration time, Instant at) {
        return at.isAfter(clock.instant().minus(time));
    }

    /** What counts as today in that searcher: the pages of one search are made of one order, across midnight too. */
    LocalDate day(IndexSearcher searcher) {
        return known(version(searcher)).map(Snapshot::day).orElseGet(this::today);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private static long version(IndexSearcher searcher) {
        return ((DirectoryReader) searcher.getIndexReader()).getVersion();
    }

    /** Lets go what nobody will ask for any more. */
    synchronized void prune() throws IOException {
        Set<Long> stay = new HashSet<>();
        List<Snapshot> more = new ArrayList<>();
        for (Snapshot one : snapshots.values()) {
            if (!within(KEPT, one.at())) continue;
            if (one.shared()) stay.add(one.version());
            else more.add(one);
        }
        more.sort(Comparator.comparing(Snapshot::at).reversed());
        more.stream().limit(MOST_MORE).forEach(one -> stay.add(one.version()));
        snapshots.keySet().retainAll(stay);
        kept.prune((age, searcher) -> !stay.contains(version(searcher)));
    }

    /** How many are kept. */
    int kept() {
        return snapshots.size();
    }

    @Override
    public void close() throws IOException {
        kept.close();
    }
}
