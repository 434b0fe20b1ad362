package dev.postwire.query.index;

import dev.postwire.platform.kafka.Work;
import dev.postwire.query.index.PostSource.History;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.store.AlreadyClosedException;
import org.jboss.logging.Logger;

/**
 * Follows the store along its numbered changes, which are in the order of their commits and without a gap: what is behind the last
 * one applied is all there is to do. Rebuilds the index where there is none, where it was made another way, or where the store is not
 * the one it was derived from. One thread at a time, but for {@link #signal} and {@link #wakeup}.
 */
final class IndexWork implements Work {
    private static final Logger LOGGER = Logger.getLogger(IndexWork.class);
    private static final int BATCH = 500;

    /** So that a loop at rest is seen to be alive, and a signal that was lost costs no more than that. */
    private static final Duration REST = Duration.ofSeconds(1);

    /**
     * From one refresh to the next look at the least, so that posts that come one by one are seen together: each refresh makes a
     * segment, and segments are merged. A post that comes alone is seen at once.
     */
    static final Duration PAUSE = Duration.ofSeconds(1);

    /** While there is much to catch up with: seeing what came costs a segment each time. */
    private static final Duration REFRESH_AFTER = Duration.ofSeconds(1);

    private static final Duration COMMIT_AFTER = Duration.ofSeconds(10);
    private static final int COMMIT_CHANGES = 20_000;

    private final PostSource source;
    private final IndexFolder folder;
    private final PostIndex index;
    private final Duration pause;
    private final Making making;
    private final Semaphore signals = new Semaphore(0);
    private volatile boolean stopping;
    private Generation generation;
    private String history;
    private long committed;
    private long committedAt;
    private long refreshedAt;

    /** What was written and no search sees yet: also what a step that failed has left. */
    private boolean unseen;

    /** It was the index that failed, and not the store. */
    private boolean failed;

    IndexWork(PostSource source, IndexFolder folder, PostIndex index, Duration pause) {
        this.source = source;
        this.folder = folder;
        this.index = index;
        this.pause = pause;
        this.making = new Making(source, folder, index);
        this.refreshedAt = System.nanoTime() - pause.toNanos();
    }

    /** Something may have been stored. */
    void signal() {
        signals.release();
    }

    /** Reads a generation, and each of its files to the end, only where none is served: at the start, or after it failed. */
    @Override
    public void open() throws Exception {
        if (generation == null) {
            generation = folder.newest().orElse(null);
            // What stands is served while the store is asked, and while it is away, and while another is made.
            if (generation != null) {
                index.serve(generation);
                committed();
            }
        }
        source.await();
    }

    @Override
    public boolean step() throws Exception {
        try {
            return stepOnce();
        } catch (CorruptIndexException | AlreadyClosedException e) {
            failed = true;
            throw e;
        } finally {
            failed |= generation != null && !generation.usable();
        }
    }

    private boolean stepOnce() throws Exception {
        History now = known();
        if (generation == null || !generation.madeByUs() || !generation.of(now) || index.broken()) {
            rebuild(now);
            return true;
        }
        history = now.name();
        follow(now);
        if (signals.tryAcquire(REST.toMillis(), TimeUnit.MILLISECONDS)) {
            rest();
            signals.drainPermits();
        }
        return true;
    }

    private void rest() throws InterruptedException {
        long left = refreshedAt + pause.toNanos() - System.nanoTime();
        if (!stopping && left > 0) TimeUnit.NANOSECONDS.sleep(left);
    }

    /** Asks how far the store is, and tells it at once: while searches fall behind, that must be seen. */
    private History known() throws Exception {
        History now = source.history();
        if (generation == null || !generation.of(now)) index.at(0, now.last());
        index.known(now.last());
        return now;
    }

    private void follow(History begin) throws Exception {
        History now = begin;
        boolean more = true;
        long refreshed = System.nanoTime();
        while (more) {
            int found = source.changes(generation.number(), BATCH, change -> {
                apply(change);
                generation.reached(change.number());
            });
            unseen |= found > 0;
            more = found == BATCH && !stopping;
            boolean due = System.nanoTime() - refreshed > REFRESH_AFTER.toNanos();
            if (unseen && (!more || due)) {
                refresh();
                refreshed = System.nanoTime();
                if (more) now = known();
            }
            if (!unseen) index.at(generation.number(), Math.max(now.last(), generation.number()));
            commitNowAndThen();
        }
        followStories();
    }

    /** Known later than the posts themselves, which are in the index by then. */
    private void followStories() throws Exception {
        while (!stopping) {
            long reached = source.stories(generation.story(), BATCH, this::apply);
            if (reached == generation.story()) return;
            generation.reachedStory(reached);
            refresh();
            commitNowAndThen();
        }
    }

    private void refresh() throws IOException {
        // Before any search sees it: who asks afterwards how new it is must not be told less.
        index.shows(generation.newest());
        generation.refresh();
        index.prune();
        unseen = false;
        refreshedAt = System.nanoTime();
    }

    private void apply(StoreChange change) {
        try {
            unseen = true;
            if (change.stored().isPresent()) generation.write(change);
            else generation.erase(change.id());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void commitNowAndThen() throws IOException {
        long changes = reached() - committed;
        boolean due = System.nanoTime() - committedAt > COMMIT_AFTER.toNanos();
        // Also what was merged, though nothing came: else it is merged again after the next start.
        if (changes >= COMMIT_CHANGES || (due && (changes > 0 || generation.uncommitted()))) {
            generation.commit(history);
            committed();
        }
    }

    private void committed() {
        committed = reached();
        committedAt = System.nanoTime();
    }

    private long reached() {
        return generation.number() + generation.story();
    }

    private void rebuild(History from) throws Exception {
        LOGGER.infof("index is made anew number=%d cause=%s", from.last(), cause(from));
        long started = System.nanoTime();
        try {
            Optional<Generation> next = making.make(from, () -> stopping, this::known);
            if (next.isEmpty()) return;
            take(next.get());
            LOGGER.infof("index made anew millis=%d", (System.nanoTime() - started) / 1_000_000);
        } finally {
            index.rebuilding(0, 0);
        }
    }

    private String cause(History from) {
        if (generation == null) return "none";
        if (!generation.madeByUs()) return "version";
        return generation.of(from) ? "broken" : "history";
    }

    private void take(Generation next) throws IOException {
        Optional<Generation> before = Optional.ofNullable(generation);
        generation = next;
        unseen = false;
        committed();
        index.serve(next);
        if (before.isPresent()) {
            before.get().close();
            IndexFolder.delete(before.get().folder());
        }
    }

    @Override
    public void wakeup() {
        stopping = true;
        signal();
    }

    /**
     * What stands goes on to be served after a step that failed, unless it was the index that did: a search needs no database. At the
     * stop it ends in order.
     */
    @Override
    public void close() {
        if (!stopping && !failed) return;
        failed = false;
        unseen = false;
        index.serveNothing();
        if (generation == null) return;
        try (Generation closing = generation) {
            if (history != null && closing.number() + closing.story() > committed) closing.commit(history);
        } catch (IOException | RuntimeException e) {
            // What the last commit lacks is applied again.
            LOGGER.warnf("index did not close in order cause=%s", e.toString());
        }
        generation = null;
        history = null;
    }
}
