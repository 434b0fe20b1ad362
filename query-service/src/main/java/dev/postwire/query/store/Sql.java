package dev.postwire.query.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.ToLongFunction;

/** A statement put together from pieces, each with its parameters: nothing a reader typed ever becomes SQL. */
final class Sql {
    /** Rows are fetched so many at a time, so that those beyond the bound never come here. */
    private static final int FETCHED = 8;

    private final StringBuilder text = new StringBuilder();
    private final List<Object> parameters = new ArrayList<>();

    /** Turns a row into what is asked for. */
    @FunctionalInterface
    interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    Sql add(String piece, Object... values) {
        text.append(piece).append('\n');
        parameters.addAll(List.of(values));
        return this;
    }

    Sql add(String piece, Collection<?> values) {
        return add(piece, values.toArray());
    }

    <T> List<T> list(Connection connection, Row<T> reader) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(text.toString())) {
            for (int i = 0; i < parameters.size(); i++) statement.setObject(i + 1, parameters.get(i));
            List<T> all = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) all.add(reader.read(rows));
            }
            return all;
        }
    }

    /**
     * The first rows whose sizes together stay within the bound, but one at the least. The connection is outside a transaction before
     * and after.
     */
    <T> List<T> listWithin(Connection connection, long bound, Row<T> reader, ToLongFunction<T> size)
            throws SQLException {
        // Only within a transaction does the driver fetch in pieces.
        connection.setAutoCommit(false);
        try (PreparedStatement statement = connection.prepareStatement(text.toString())) {
            statement.setFetchSize(FETCHED);
            for (int i = 0; i < parameters.size(); i++) statement.setObject(i + 1, parameters.get(i));
            List<T> some = new ArrayList<>();
            long sum = 0;
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    T item = reader.read(rows);
                    sum += size.applyAsLong(item);
                    if (sum > bound && !some.isEmpty()) break;
                    some.add(item);
                }
            }
            return some;
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    /** The question how this would be done, with the same parameters. */
    Sql explained() {
        return new Sql().add("EXPLAIN " + text, parameters);
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
