package dev.postwire.bench.million;

import dev.postwire.bench.persist.Cpu;
import dev.postwire.query.change.Change;
import dev.postwire.query.change.Source;
import dev.postwire.query.post.EventReader;
import dev.postwire.query.post.EventReader.BrokenContract;
import dev.postwire.query.store.ChangeStore;
import dev.postwire.query.store.StoriesFollowed;
import java.io.IOException;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;

/** Stores made-up posts with their receipts by the service's own writer, from where an earlier run ended. */
final class Filling {
    private static final int BATCH = 500;
    private static final int TOLD = 50_000;

    /** As many versions as a service keeps by default. */
    private static final int REVISIONS = 5;

    private final BenchStand stand;
    private final DataSource database;
    private final PrintWriter progress;
    private final ChangeStore store;
    private final Events events = new Events();
    private final EventReader reader = new EventReader();

    Filling(BenchStand stand, PrintWriter progress) {
        this.stand = stand;
        this.database = stand.pool();
        this.progress = progress;
        this.store = new ChangeStore(database, Clock.systemUTC(), REVISIONS);
    }

    /** Up to that many, or until the time is over: then a later run goes on. Their copies are found meanwhile, as in the service. */
    void fill(int posts, Duration atMost, Results results) throws Exception {
        int before = count();
        Watch watch = new Watch();
        AtomicBoolean ended = new AtomicBoolean();
        CompletableFuture<Void> stories = CompletableFuture.runAsync(() -> StoriesFollowed.until(database, ended::get));
        int there;
        try {
            there = store(posts, atMost);
            if (there > before) results.say("stored by the service's writer", "%s", watch.of(there - before));
        } finally {
            ended.set(true);
            stories.join();
        }
        if (there > before) results.say("stored, and every copy found", "%s", watch.of(there - before));
        if (there < posts)
            throw new IllegalStateException("only " + there + " posts are stored; run it again to go on");
        settle();
        results.say("database", "%.0f MB", stand.number("SELECT pg_database_size(current_database())") / 1e6);
    }

    /** What of the clock and of the processors went by. */
    private final class Watch {
        private final long started = System.nanoTime();
        private final Duration own = Cpu.of(ProcessHandle.current().pid());
        private final Duration database = stand.cpu();

        private Watch() throws IOException {}

        String of(int posts) throws IOException {
            double seconds = (System.nanoTime() - started) / 1e9;
            Duration parts = stand.cpu().minus(database);
            Duration all = Cpu.of(ProcessHandle.current().pid()).minus(own);
            return String.format(
                    Locale.ROOT,
                    "%.0f a second; CPU a post: database %.2f ms, program %.2f ms",
                    posts / seconds,
                    (double) parts.toMillis() / posts,
                    (double) all.minus(parts).toMillis() / posts);
        }
    }

    /** Returns how many there are then. */
    int store(int posts, Duration atMost) throws Exception {
        int there = count();
        long deadline = System.nanoTime() + atMost.toNanos();
        CompletableFuture<List<Change>> next = made(there, posts);
        while (there < posts && System.nanoTime() < deadline) {
            List<Change> batch = next.join();
            there += batch.size() / 2;
            next = made(there, posts);
            store.store(batch, List.of());
            if (there % TOLD < BATCH) progress.println("bench: " + there + " posts stored");
        }
        next.join();
        return there;
    }

    /** What autovacuum does by and by. */
    private void settle() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("VACUUM ANALYZE");
        }
    }

    /** Each was stored once. */
    int count() throws SQLException {
        return Math.toIntExact(stand.lastChange());
    }

    private CompletableFuture<List<Change>> made(int from, int posts) {
        return CompletableFuture.supplyAsync(() -> {
            List<Change> changes = new ArrayList<>();
            for (int i = from; i < Math.min(posts, from + BATCH); i++) add(changes, events.event(i));
            return changes;
        });
    }

    private void add(List<Change> changes, Events.Event event) {
        try {
            Source enriched = new Source("posts.enriched.v1", event.partition(), event.offset());
            changes.add(new Change.Publish(enriched, reader.post(event.enriched())));
            Source ledger = new Source("posts.ledger.v1", event.partition(), event.offset());
            changes.add(new Change.Account(ledger, event.id(), reader.ledgerEntry(event.ledger()), event.receivedAt()));
        } catch (BrokenContract e) {
            throw new IllegalStateException(e);
        }
    }
}
