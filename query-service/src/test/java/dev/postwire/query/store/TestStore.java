package dev.postwire.query.store;

import dev.postwire.platform.kafka.Receipt;
import dev.postwire.query.change.Change;
import dev.postwire.query.change.Change.Account;
import dev.postwire.query.change.Change.Bury;
import dev.postwire.query.change.Change.Erase;
import dev.postwire.query.change.Change.Publish;
import dev.postwire.query.change.Change.RawPlace;
import dev.postwire.query.change.Source;
import dev.postwire.query.post.Event;
import dev.postwire.query.post.EventReader;
import dev.postwire.query.post.Origin;
import dev.postwire.query.receipt.ReceiptState;
import dev.postwire.testing.Database;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;

/** A database of its own with our schema in it, and what tests put there. */
public final class TestStore {
    public static final Instant RECEIVED = Instant.parse("2026-05-04T11:00:00Z");
    static final String ENRICHED = "posts.enriched.v1";
    static final String LEDGER = "posts.ledger.v1";
    static final String REJECTED = "posts.rejected.v1";

    private final PGSimpleDataSource source;
    private final ChangeStore store;
    private final AtomicLong sources = new AtomicLong();

    private TestStore(PGSimpleDataSource source) {
        this.source = source;
        store = new ChangeStore(source, Clock.systemUTC(), 2);
    }

    /** A fresh database. */
    public static TestStore create() {
        return new TestStore(database(Database.shared().copyJdbcUrl(Migrated.URL)));
    }

    /** In an empty database. */
    static TestStore in(PGSimpleDataSource empty) {
        migrate(empty);
        return new TestStore(empty);
    }

    /** With our schema and nothing in it: copying is a tenth of the work of migrating. */
    private static final class Migrated {
        static final String URL = create();

        private static String create() {
            String url = Database.shared().freshJdbcUrl();
            migrate(database(url));
            return url;
        }
    }

    private static void migrate(PGSimpleDataSource empty) {
        Flyway.configure().dataSource(empty).load().migrate();
    }

    private static PGSimpleDataSource database(String url) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url);
        source.setUser(Database.shared().username());
        source.setPassword(Database.shared().password());
        return source;
    }

    public ChangeStore store() {
        return store;
    }

    public Connection connect() throws SQLException {
        return source.getConnection();
    }

    public PGSimpleDataSource source() {
        return source;
    }

    /** Stores them as a reader does that has just read them, and returns how many were applied. */
    public long put(Change... changes) throws SQLException, Fenced {
        return put(List.of(changes));
    }

    public long put(List<Change> changes) throws SQLException, Fenced {
        return store.store(changes, List.of()).outcomes().values().stream()
                .filter(Optional::isEmpty)
                .count();
    }

    public Publish publish(Event event) {
        return new Publish(source(ENRICHED), event.read());
    }

    public Erase erase(String id, int partition, long offset) {
        return new Erase(source(ENRICHED), id, new Origin(partition, offset, RECEIVED));
    }

    /** @param more further fields, each after a comma */
    Account account(String id, int partition, long offset, String outcome, String more) {
        String json = """
                {"partition":%d,"offset":%d,"outcome":"%s","receivedAt":"%s"%s}""".formatted(partition, offset, outcome, RECEIVED, more);
        try {
            Source from = source(LEDGER);
            return new Account(
                    from, id, new EventReader().ledgerEntry(json.getBytes(StandardCharsets.UTF_8)), RECEIVED);
        } catch (EventReader.BrokenContract e) {
            throw new IllegalArgumentException(json, e);
        }
    }

    Account enriched(String id, int partition, long offset) {
        return account(id, partition, offset, "enriched", current(offset));
    }

    static String current(long offset) {
        return ",\"current\":{\"offset\":%d,\"fingerprint\":\"%s\"}".formatted(offset, "a".repeat(64));
    }

    Bury bury(String id, int partition, long offset, String reason) {
        return new Bury(
                source(reason.equals(Bury.UNREADABLE) ? ENRICHED : REJECTED),
                Optional.of(id),
                Optional.of(new RawPlace(partition, offset)),
                reason,
                "a detail",
                Optional.of("text/plain"),
                7,
                "b".repeat(64),
                1,
                Optional.of(RECEIVED),
                RECEIVED);
    }

    private Source source(String topic) {
        return new Source(topic, 0, sources.getAndIncrement());
    }

    ReceiptState state(int partition, long offset) throws SQLException {
        Receipt receipt = new Receipt(partition, offset);
        try (Connection connection = connect()) {
            return Receipts.states(connection, Set.of(receipt)).get(receipt);
        }
    }

    /** The only column of the only row. */
    public String one(String sql) throws SQLException {
        return all(sql).get(0);
    }

    /** The first column of all rows. */
    public List<String> all(String sql) throws SQLException {
        try (Connection connection = connect()) {
            return new Sql().add(sql).list(connection, row -> String.valueOf(row.getString(1)));
        }
    }

    public void run(String sql) throws SQLException {
        try (Connection connection = connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
