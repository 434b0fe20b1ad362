package dev.postwire.query.stream;

import dev.postwire.platform.http.ProblemCode;
import dev.postwire.platform.http.ProblemException;
import dev.postwire.platform.kafka.Work;
import dev.postwire.query.follow.ChangeCursor;
import dev.postwire.query.follow.Frame;
import dev.postwire.query.follow.Recent;
import dev.postwire.query.store.Changes;
import dev.postwire.query.store.Changes.Step;
import dev.postwire.query.store.Changes.Trail;
import java.util.List;
import java.util.Optional;
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
    private final Recent recent;
    private final Audience audience;
    private final Semaphore signals = new Semaphore(0);

    /** Who is told. */
    interface Audience {
        boolean isEmpty();

        /** There is something new in {@link Recent}. */
        void wake();

        /** The database is another one. */
        void reset();
    }

    Follower(Changes changes, Recent recent, Audience audience) {
        this.changes = changes;
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
        for (Trail trail = page(at); !trail.steps().isEmpty(); trail = page(trail.next())) {
            frames(trail).forEach(recent::add);
            audience.wake();
        }
    }

    private Trail page(ChangeCursor at) {
        return changes.trail(at, PAGE, PAGE_CHARACTERS);
    }

    static List<Frame> frames(Trail trail) {
        return trail.steps().stream().map(step -> frame(step, trail.next())).toList();
    }

    private static Frame frame(Step step, ChangeCursor epoch) {
        ChangeCursor at = epoch.at(step.entry().number());
        return step.fields()
                .map(fields ->
                        Frame.post(at, fields, step.entry().post().orElseThrow().json()))
                .orElseGet(() -> Frame.erased(at, step.entry().id()));
    }

    @Override
    public void wakeup() {
        signal();
    }

    @Override
    public void close() {}
}
