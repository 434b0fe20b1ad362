package dev.postwire.query.index;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.jboss.logging.Logger;

/**
 * Fills a new generation with all posts there are: one thread reads them by the order of their ids, as many as there are processors
 * cut them into words. What changes meanwhile has a number behind the one it begins with and is followed afterwards, so nothing is
 * missed. Memory is bounded by the two batches under way.
 */
final class Rebuild {
    private static final Logger LOGGER = Logger.getLogger(Rebuild.class);
    private static final int BATCH = 500;
    /** A batch is cut into words while the next one is read. */
    private static final int UNDER_WAY = BATCH;

    private static final int END_SECONDS = 60;
    private static final int ATTEMPTS = 6;
    private static final long PAUSE_MILLIS = 200;

    private final PostSource source;
    private final Generation generation;
    private final Moment from;
    private final Semaphore room = new Semaphore(UNDER_WAY);
    private final AtomicReference<Throwable> failure = new AtomicReference<>();

    /** @param from what there is by then is read, or what came of it since */
    Rebuild(PostSource source, Generation generation, Moment from) {
        this.source = source;
        this.generation = generation;
        this.from = from;
    }

    /** Told how many posts are done, after each batch and on the thread that reads. */
    @FunctionalInterface
    interface Progress {
        void done(long posts) throws Exception;
    }

    /** @return false where it was stopped before its end */
    boolean run(BooleanSupplier stopped, Progress progress) throws Exception {
        ExecutorService workers =
                Executors.newFixedThreadPool(Math.max(2, Runtime.getRuntime().availableProcessors()), task -> {
                    Thread thread = new Thread(task, "index-rebuild");
                    thread.setDaemon(true);
                    return thread;
                });
        try {
            return fill(workers, stopped, progress);
        } finally {
            workers.shutdownNow();
            if (!workers.awaitTermination(END_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException("the rebuild of the index did not stop in time");
            }
        }
    }

    private boolean fill(ExecutorService workers, BooleanSupplier stopped, Progress progress) throws Exception {
        Optional<String> last = Optional.empty();
        long done = 0;
        List<StoreChange> batch;
        while (!(batch = batch(last, stopped)).isEmpty()) {
            for (StoreChange post : batch) {
                if (stopped.getAsBoolean()) return false;
                submit(workers, post);
            }
            last = Optional.of(batch.get(batch.size() - 1).id());
            long so = done += batch.size();
            patiently(stopped, () -> {
                progress.done(so);
                return so;
            });
        }
        room.acquire(UNDER_WAY);
        failed();
        return true;
    }

    private List<StoreChange> batch(Optional<String> last, BooleanSupplier stopped) throws Exception {
        return patiently(stopped, () -> source.posts(last, BATCH, from));
    }

    /** A read that fails now and then, as under load, does not cost what was read in minutes. */
    private static <T> T patiently(BooleanSupplier stopped, Callable<T> read) throws Exception {
        for (int attempt = 1; ; attempt++) {
            try {
                return read.call();
            } catch (SQLException e) {
                if (attempt == ATTEMPTS || stopped.getAsBoolean()) throw e;
                LOGGER.warnf("rebuild of the index reads again attempt=%d cause=%s", attempt, e);
                TimeUnit.MILLISECONDS.sleep(attempt * PAUSE_MILLIS);
            }
        }
    }

    private void submit(ExecutorService workers, StoreChange post) throws Exception {
        room.acquire();
        failed();
        workers.execute(() -> {
            try {
                generation.add(post); // each id comes once
            } catch (Throwable e) {
                // Errors too: a post that is not in the index must not be taken for one that is.
                failure.compareAndSet(null, e);
            } finally {
                room.release();
            }
        });
    }

    private void failed() throws Exception {
        if (failure.get() != null) throw new IOException("a post could not be indexed", failure.get());
    }
}
