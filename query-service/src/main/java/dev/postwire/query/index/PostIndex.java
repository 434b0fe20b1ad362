package dev.postwire.query.index;

import dev.postwire.platform.http.Problem;
import dev.postwire.platform.http.ProblemCode;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.store.AlreadyClosedException;
import org.jboss.logging.Logger;

/** The index that searches are answered from, whichever generation it is. Safe for any number of threads. */
@Singleton
public class PostIndex {
    private static final Logger LOGGER = Logger.getLogger(PostIndex.class);
    private static final Duration COME_BACK = Duration.ofSeconds(2);

    private final AtomicReference<IndexState> state = new AtomicReference<>(IndexState.NOTHING);
    private final ConcurrentSkipListMap<Long, Set<CompletableFuture<Boolean>>> waiting = new ConcurrentSkipListMap<>();
    private volatile Serving serving;
    private volatile boolean broken;
    private volatile Moment shown = Moment.NOW;

    /** What is asked of a searcher. */
    @FunctionalInterface
    interface Question<T> {
        T ask(Serving.Use use, Serving serving) throws IOException;
    }

    /** As of now. While no index is served it is a 503 that says when to come back. */
    <T> T ask(Question<T> question) {
        return ask(0, question);
    }

    /** @param snapshot what an earlier page was made of; 0 for what is there now */
    <T> T ask(long snapshot, Question<T> question) {
        for (int attempt = 0; attempt < 2; attempt++) {
            Serving now = serving;
            if (now == null) break;
            try (Serving.Use use = snapshot == 0 ? now.current() : now.asOf(snapshot)) {
                return question.ask(use, now);
            } catch (AlreadyClosedException e) {
                LOGGER.debugf("another generation took over while it was searched");
            } catch (CorruptIndexException e) {
                broken = true;
                LOGGER.errorf("index is corrupt and will be made anew cause=%s", e.toString());
                break;
            } catch (IOException e) {
                throw new IllegalStateException("the index cannot be read", e);
            }
        }
        throw Problem.retryable(ProblemCode.INDEX_UNAVAILABLE, "The search index is being made.", COME_BACK)
                .exception();
    }

    /**
     * As {@link #ask(long, Question)}, for what comes in pages. A first page that another follows is made of what was kept a moment
     * ago, where that will do; one that holds everything is as of now.
     */
    <T> T page(long snapshot, Predicate<T> goesOn, Question<T> question) {
        if (snapshot != 0) return ask(snapshot, question);
        return ask((use, serving) -> {
            Optional<Serving.Use> shared = serving.shared();
            if (shared.isPresent()) {
                try (Serving.Use before = shared.get()) {
                    T found = question.ask(before, serving);
                    if (goesOn.test(found)) return found;
                }
            }
            return question.ask(use, serving);
        });
    }

    public IndexState state() {
        return state.get();
    }

    /** Asked after a search: nothing that it found is as of a later change. */
    public Moment shown() {
        return shown;
    }

    /** Told before searches see it. */
    void shows(Moment newest) {
        shown = newest;
    }

    boolean broken() {
        return broken;
    }

    void serve(Generation generation) {
        Serving before = serving;
        broken = false;
        shows(generation.newest());
        serving = new Serving(generation.searchers(), Clock.systemUTC());
        update(now -> now.asServing(true).at(generation.number(), Math.max(now.last(), generation.number())));
        seen();
        close(before);
    }

    void serveNothing() {
        Serving before = serving;
        serving = null;
        update(now -> now.asServing(false));
        close(before);
    }

    private static void close(Serving before) {
        if (before == null) return;
        try {
            before.close();
        } catch (IOException e) {
            LOGGER.warnf("searchers did not close in order cause=%s", e.toString());
        }
    }

    void at(long visible, long last) {
        update(now -> now.at(visible, last));
        seen();
    }

    /** The store has told how far it is. */
    void known(long last) {
        update(now -> now.knowing(last, Instant.now()));
    }

    /** Whether searches see that change; once it was said they do. */
    public boolean sees(long number) {
        IndexState now = state.get();
        if (!now.serving() || now.visible() < number) return false;
        promise();
        return true;
    }

    /** How many wait for a change to be seen. */
    public int waiting() {
        return waiting.values().stream().mapToInt(Set::size).sum();
    }

    /** Completes with true as soon as searches see that change, with false when the time is over. No thread waits. */
    public CompletableFuture<Boolean> seen(long number, Duration longest) {
        CompletableFuture<Boolean> seen = new CompletableFuture<>();
        waiting.computeIfAbsent(number, change -> ConcurrentHashMap.newKeySet()).add(seen);
        seen.completeOnTimeout(false, longest.toMillis(), TimeUnit.MILLISECONDS);
        seen.whenComplete((yes, failure) -> waiting.computeIfPresent(number, (change, others) -> {
            others.remove(seen);
            return others.isEmpty() ? null : others;
        }));
        // It may have come between the question and now.
        seen();
        return seen;
    }

    private void seen() {
        long visible = state.get().visible();
        List<CompletableFuture<Boolean>> ready = new ArrayList<>();
        waiting.headMap(visible, true).values().forEach(ready::addAll);
        if (ready.isEmpty()) return;
        promise();
        ready.forEach(one -> one.complete(true));
    }

    private void promise() {
        try {
            Serving now = serving;
            if (now != null) now.promise();
        } catch (AlreadyClosedException e) {
            LOGGER.debugf("another generation took over, of which nothing older is kept");
        } catch (IOException e) {
            throw new IllegalStateException("the index cannot be read", e);
        }
    }

    void rebuilding(long done, long of) {
        update(now -> now.rebuilding(done, of));
    }

    void prune() throws IOException {
        serving.prune();
    }

    private void update(UnaryOperator<IndexState> change) {
        state.updateAndGet(change);
    }
}
