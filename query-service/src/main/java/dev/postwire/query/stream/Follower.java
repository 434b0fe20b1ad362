package dev.postwire.query.stream;

import dev.postwire.platform.http.ProblemCode;
import dev.postwire.platform.http.ProblemException;
import dev.postwire.platform.kafka.Work;
import dev.postwire.query.follow.ChangeCursor;
import dev.postwire.query.follow.Recent;
import dev.postwire.query.search.Words;
import dev.postwire.query.store.Changes;
import dev.postwire.query.stream.Frames.Page;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Reads each change once, for all who follow, and hands it to them. Reads nothing while nobody does. When the first one comes it
 * begins a little back, so that those who were cut off a moment ago resume without a question to the database.
 */
final class Follower implements Work {
    private static final int PAGE = 500;
    private static final long PAGE_CHARACTERS = 2L * 1024 * 1024;
    private static final int BACK = 200;

    /** So that a loop at rest is seen to be alive. */
    private static final long REST_SECONDS = 1;

    private final Changes changes;
    private final Frames frames;
    private final Recent recent;
    private final Audience audience;
    private final Semaphore signals = new Semaphore(0);

    /** Who is told. */
    interface Audience {
        boolean isEmpty();

        /** The words that are followed. */
        Set<Words> words();

        /** There is something new in {@link Recent}. */
        void wake();

        /** The database is another one. */
        void reset();
    }

    Follower(Changes changes, Frames frames, Recent recent, Audience audience) {
        this.changes = changes;
        this.frames = frames;
        this.recent = recent;
        this.audience = audience;
    }

    /** There may be a change, or somebody to tell of it. */
    void signal() {
        signals.release();
    }

    @Override
    public void open() {
        signal();
    }

    @Override
    public boolean step() throws InterruptedException {
        if (!signals.tryAcquire(REST_SECONDS, TimeUnit.SECONDS)) return true;
        signals.drainPermits();
        if (audience.isEmpty()) recent.end();
        else follow();
        return true;
    }

    private void follow() {
        Optional<ChangeCursor> read = recent.top();
        if (read.isEmpty()) recent.begin(changes.back(BACK));
        try {
            readOn();
        } catch (ProblemException e) {
            if (e.problem().kind() != ProblemCode.CURSOR_EXPIRED) throw e;
            audience.reset();
            recent.begin(changes.now());
        }
        audience.wake();
    }

    private void readOn() {
        ChangeCursor at = recent.top().orElseThrow();
        for (Page page = page(at); !page.frames().isEmpty(); page = page(page.next())) {
            page.frames().forEach(recent::add);
            audience.wake();
        }
    }

    private Page page(ChangeCursor at) {
        return frames.after(at, PAGE, PAGE_CHARACTERS, audience.words());
    }

    @Override
    public void wakeup() {
        signal();
    }

    @Override
    public void close() {}
}
