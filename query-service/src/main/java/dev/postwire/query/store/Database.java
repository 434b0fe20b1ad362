package dev.postwire.query.store;

import dev.postwire.platform.http.Problem;
import dev.postwire.platform.http.ProblemCode;
import dev.postwire.platform.http.ProblemException;
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
    private final BooleanSupplier schemaReady;

    @Inject
    Database(DataSource pool, SchemaAtStart schema) {
        this(pool, schema::ready);
    }

    Database(DataSource pool, BooleanSupplier schemaReady) {
        this.pool = pool;
        this.schemaReady = schemaReady;
    }

    /** What reads with plain SQL. */
    @FunctionalInterface
    interface Reading<T> {
        T read(Connection connection) throws SQLException;
    }

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
        String state = e.getSQLState();
        if (state == null || AWAY.contains(state.substring(0, 2))) return away();
        return new IllegalStateException("a read failed sqlState=" + state, thrown);
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
