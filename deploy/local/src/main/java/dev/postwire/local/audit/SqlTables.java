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
                """
                SELECT p.id, p.origin_offset, p.revision, p.text_sha256, p.document, sha256(convert_to(b.text, 'UTF8')),
                    sha256(sha256(convert_to(b.text, 'UTF8')) || sha256(convert_to(b.html, 'UTF8'))
                        || sha256(convert_to(b.markdown, 'UTF8')))
                FROM post p CROSS JOIN LATERAL json_to_record(CASE WHEN pg_input_is_valid(p.bodies, 'jsonb')
                    THEN p.bodies::json ELSE '{}' END) AS b(text text, html text, markdown text)
                WHERE p.origin_partition = ?
                """,
                row -> reader.read(new PostRow(
                        row.getString(1),
                        row.getLong(2),
                        row.getInt(3),
                        Sha.first(row.getBytes(4)),
                        new Content(sha(row, 6), ContentReader.document(row.getString(5)), sha(row, 7)))),
                partition);
    }

    /** What SQL cannot unpack, as a text with U+0000, has none. */
    private static long sha(ResultSet row, int column) throws SQLException {
        byte[] sha = row.getBytes(column);
        return sha == null ? PartitionLog.ERASED : Sha.first(sha);
    }

    @Override
    public void receipts(int partition, ReceiptRow.Reader reader) throws SQLException {
        each(
                "SELECT raw_offset, post_id, outcome, ledger_offset, coalesce(current_offset, -1) FROM receipt"
                        + " WHERE partition = ? ORDER BY raw_offset",
                row -> reader.read(new ReceiptRow(
                        row.getLong(1), row.getString(2), row.getString(3), row.getLong(4), row.getLong(5))),
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

    @Override
    public void brokenRevisions(int partition, RevisionRow.Reader reader) throws SQLException {
        each("""
                SELECT r.post_id, r.origin_offset, r.revision FROM revision r JOIN post p ON p.id = r.post_id
                WHERE p.origin_partition = ? AND (r.revision >= p.revision
                    OR CASE WHEN pg_input_is_valid(r.bodies, 'jsonb') AND pg_input_is_valid(r.document, 'jsonb')
                        THEN encode(sha256(convert_to(r.bodies::json ->> 'text', 'UTF8')), 'hex')
                            IS DISTINCT FROM r.document::json -> 'fingerprint' ->> 'textSha256'
                            OR r.document::json -> 'origin' ->> 'offset' IS DISTINCT FROM r.origin_offset::text
                        ELSE NOT (r.bodies IS JSON OBJECT AND r.document IS JSON OBJECT) END)
                """, row -> reader.read(new RevisionRow(row.getString(1), row.getLong(2), row.getInt(3))), partition);
    }

    @Override
    public void groundless(IdReader reader) throws SQLException {
        each(
                "SELECT c.post_id FROM change c WHERE CASE WHEN c.erased"
                        + " THEN NOT EXISTS (SELECT FROM erasure e WHERE e.post_id = c.post_id)"
                        + " ELSE NOT EXISTS (SELECT FROM post p WHERE p.id = c.post_id) END",
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
