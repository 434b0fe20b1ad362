package dev.postwire.bench.million;

import dev.postwire.query.change.Change;
import dev.postwire.query.change.Source;
import dev.postwire.query.post.EventReader;
import dev.postwire.query.post.EventReader.BrokenContract;
import dev.postwire.query.store.ChangeStore;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;

/** Stores made-up posts with their receipts by the service's own writer, from where an earlier run ended. */
final class Filling {
    private static final int BATCH = 500;
    /** As many versions as a service keeps by default. */
    private static final int REVISIONS = 5;

    private final DataSource database;
    private final ChangeStore store;
    private final Events events = new Events();
    private final EventReader reader = new EventReader();

    Filling(DataSource database) {
        this.database = database;
        this.store = new ChangeStore(database, Clock.systemUTC(), REVISIONS);
    }

    /** Up to that many, or until the time is over. Returns how many there are then. */
    int fill(int posts, Duration atMost) throws Exception {
        int there = count();
        long deadline = System.nanoTime() + atMost.toNanos();
        CompletableFuture<List<Change>> next = made(there, posts);
        while (there < posts && System.nanoTime() < deadline) {
            List<Change> batch = next.join();
            there += batch.size() / 2;
            next = made(there, posts);
            store.store(batch, List.of());
        }
        next.join();
        return there;
    }

    /** What autovacuum does by and by. */
    void settle() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("VACUUM ANALYZE");
        }
    }

    int count() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                var row = statement.executeQuery("SELECT last_number FROM change_counter")) {
            row.next();
            return row.getInt(1);
        }
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
