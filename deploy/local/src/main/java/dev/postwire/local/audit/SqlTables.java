package dev.postwire.local.audit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;

/** The tables in PostgreSQL, in one read-only transaction that sees one moment from its first question on. For one thread. */
final class SqlTables implements Tables, AutoCloseable {
    /** So many rows at a time; the driver would else hold all in memory. */
    private static final int FETCHED = 2_000;

    private final Connection connection;

    SqlTables(Connection connection) throws SQLException {
        this.connection = connection;
        connection.setAutoCommit(false);
        connection.setReadOnly(true);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
    }

    @Override
    public Map<Integer, Long> consumed(String topic) throws SQLException {
        Map<Integer, Long> consumed = new TreeMap<>();
        each(
                "SELECT partition, next_offset FROM consumed WHERE topic = ?",
                row -> consumed.put(row.getInt(1), row.getLong(2)),
                topic);
        return consumed;
    }

    @Override
    public void posts(int partition, PostRow.Reader reader) throws SQLException {
        each(
                "SELECT id, origin_offset, text_sha256, revision FROM post WHERE origin_partition = ?",
                row -> reader.read(
                        new PostRow(row.getString(1), row.getLong(2), Sha.first(row.getBytes(3)), row.getInt(4))),
                partition);
    }

    @Override
    public void receipts(int partition, ReceiptRow.Reader reader) throws SQLException {
        each(
                "SELECT raw_offset, post_id, outcome FROM receipt WHERE partition = ? ORDER BY raw_offset",
                row -> reader.read(new ReceiptRow(row.getLong(1), row.getString(2), row.getString(3))),
                partition);
    }

    @Override
    public void rejections(int partition, RejectionRow.Reader reader) throws SQLException {
        each(
                "SELECT record_offset, coalesce(post_id, '') FROM rejection WHERE topic = '" + Bus.REJECTED
                        + "' AND partition = ?",
                row -> reader.read(new RejectionRow(row.getLong(1), row.getString(2))),
                partition);
    }

    @Override
    public void erasures(int partition, ErasureRow.Reader reader) throws SQLException {
        each(
                "SELECT post_id, origin_offset FROM erasure WHERE origin_partition = ?",
                row -> reader.read(new ErasureRow(row.getString(1), row.getLong(2))),
                partition);
    }

    @Override
    public boolean movedFrom(int partition, String id) throws SQLException {
        boolean[] moved = {false};
        String elsewhere =
                "SELECT p.origin_partition FROM (SELECT ?::text AS id) asked JOIN post p USING (id) UNION ALL"
                        + " SELECT e.origin_partition FROM (SELECT ?::text AS id) asked JOIN erasure e ON e.post_id = asked.id";
        each(elsewhere, row -> moved[0] |= row.getInt(1) != partition, id, id);
        return moved[0];
    }

    @Override
    public void unnumbered(IdReader reader) throws SQLException {
        each(
                "SELECT p.id FROM post p LEFT JOIN change c ON c.post_id = p.id"
                        + " WHERE c.post_id IS NULL OR c.erased",
                row -> reader.read(row.getString(1)));
    }

    private void each(String sql, RowReader reader, Object... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setFetchSize(FETCHED);
            for (int i = 0; i < parameters.length; i++) statement.setObject(i + 1, parameters[i]);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) reader.read(rows);
            }
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    @FunctionalInterface
    private interface RowReader {
        void read(ResultSet row) throws SQLException;
    }
}
