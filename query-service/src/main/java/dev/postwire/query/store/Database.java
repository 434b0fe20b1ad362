package dev.postwire.query.store;

import dev.postwire.platform.http.Problem;
import dev.postwire.platform.http.ProblemCode;
import dev.postwire.platform.http.ProblemException;
import dev.postwire.query.index.Moment;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.PersistenceException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javax.sql.DataSource;

/** The one door through which calls read. A database that is away is a 503 that says when to come back, never a 500. */
@Singleton
public class Database {
    private static final Duration COME_BACK = Duration.ofSeconds(2);

    /**
     * Classes of SQLSTATE that say the database, not the statement, is at fault: connection, authorization, catalog, resources,
     * operator intervention, system. No state at all means no connection was to be had.
     */
    private static final Set<String> AWAY = Set.of("08", "28", "3D", "53", "57", "58");

    private final DataSource pool;
    private final Replica replica;
    private final BooleanSupplier schemaReady;

    @Inject
    Database(DataSource pool, Replica replica, SchemaAtStart schema) {
        this(pool, replica, schema::ready);
    }

    Database(DataSource pool, Replica replica, BooleanSupplier schemaReady) {
        this.pool = pool;
        this.replica = replica;
        this.schemaReady = schemaReady;
    }

    /** What reads with plain SQL, once or, where a replica does not answer, once more. Never null. */
    @FunctionalInterface
    interface Reading<T> {
        T read(Connection connection) throws SQLException;
    }

    /** As of that moment or a later one: from the replica where one is named and has it, else from the primary. */
    <T> T read(Moment atLeast, Reading<T> reading) {
        schemaThere();
        return replica.read(atLeast, reading).orElseGet(() -> read(reading));
    }

    /** As of now. */
    <T> T read(Reading<T> reading) {
        schemaThere();
        try (Connection connection = pool.getConnection()) {
            return reading.read(connection);
        } catch (SQLException e) {
            throw fault(e, e);
        }
    }

    /** What reads through entities. */
    <T> T entities(Supplier<T> reading) {
        schemaThere();
        try {
            return reading.get();
        } catch (PersistenceException e) {
            throw cause(e).map(sql -> fault(sql, e)).orElse(e);
        }
    }

    private void schemaThere() {
        if (!schemaReady.getAsBoolean()) throw away();
    }

    private static RuntimeException fault(SQLException e, Exception thrown) {
        if (away(e)) return away();
        return new IllegalStateException("a read failed sqlState=" + e.getSQLState(), thrown);
    }

    /** Whether it is the database that is at fault, not what it was asked. */
    static boolean away(SQLException e) {
        String state = e.getSQLState();
        return state == null || AWAY.contains(state.substring(0, 2));
    }

    private static Optional<SQLException> cause(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) return Optional.of(sql);
        }
        return Optional.empty();
    }

    private static ProblemException away() {
        return Problem.retryable(ProblemCode.DATABASE_UNAVAILABLE, "Try again in a moment.", COME_BACK)
                .exception();
    }
}
