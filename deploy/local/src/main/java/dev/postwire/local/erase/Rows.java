package dev.postwire.local.erase;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The database: its rows, and the files they lie in. For one thread. */
final class Rows implements AutoCloseable {
    private static final int MOST_PIECES = 12;
    private static final String NO_SUCH_PRIVILEGE = "42501";
    private static final long PAUSE_MILLIS = 200;
    /** Larger than a WAL segment of the usual size, so that what is behind it stands in another one. */
    private static final String FULL_SEGMENT =
            "SELECT pg_logical_emit_message(false, 'postwire', repeat('.', 17000000))";

    private final Connection connection;

    Rows(Connection connection) {
        this.connection = connection;
    }

    /** Waits until the tables know of an erasure at least as late as that raw record, and have all that the ledger has. */
    void awaitErased(String id, int partition, long offset, Duration atMost)
            throws SQLException, InterruptedException, TimeoutException {
        long deadline = System.nanoTime() + atMost.toNanos();
        String sql = "SELECT count(*) FROM erasure e JOIN receipt r ON r.partition = " + partition
                + " AND r.raw_offset = " + offset + " AND r.outcome = 'erased' WHERE e.post_id = ?";
        while (count(sql, id) == 0) {
            if (System.nanoTime() > deadline) throw new TimeoutException("the erasure does not reach the tables");
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        }
    }

    /** The tables that hold a piece, whatever column and however it is stored. Pieces that SQL would write otherwise are left out. */
    Set<String> holding(Needles needles) throws SQLException {
        List<String> pieces = plain(needles);
        Set<String> holding = new TreeSet<>();
        for (String table : tables()) {
            for (String piece : pieces) {
                if (count("SELECT count(*) FROM " + table + " t WHERE strpos(t::text, ?) > 0", piece) > 0)
                    holding.add(table);
            }
        }
        return holding;
    }

    /** Whether any piece is one that SQL writes as it is. */
    static boolean canSearch(Needles needles) {
        return !plain(needles).isEmpty();
    }

    private static List<String> plain(Needles needles) {
        List<String> pieces = new ArrayList<>();
        for (byte[] piece : needles.pieces()) {
            try {
                String text = StandardCharsets.UTF_8
                        .newDecoder()
                        .decode(ByteBuffer.wrap(piece))
                        .toString();
                boolean plain = text.chars().allMatch(c -> c >= ' ' && c != '"' && c != '\\');
                if (plain && pieces.size() < MOST_PIECES) pieces.add(text);
            } catch (CharacterCodingException e) {
                // cut within a character: another piece is not
            }
        }
        return pieces;
    }

    /** Ours, quoted. */
    List<String> tables() throws SQLException {
        return strings("SELECT format('%I.%I', schemaname, tablename) FROM pg_tables WHERE schemaname = 'public'"
                + " AND tableowner = current_user ORDER BY 1");
    }

    /** The files of our tables, their indexes, what does not fit their pages, and the statistics of their columns. */
    Set<String> files() throws SQLException {
        return new TreeSet<>(strings("WITH ours AS (SELECT oid, reltoastrelid FROM pg_class WHERE relkind = 'r' AND"
                + " (relnamespace = 'public'::regnamespace OR oid = 'pg_statistic'::regclass)),"
                + " all_of AS (SELECT oid FROM ours UNION SELECT reltoastrelid FROM ours WHERE reltoastrelid <> 0)"
                + " SELECT pg_relation_filepath(c.oid) FROM pg_class c WHERE c.oid IN (SELECT oid FROM all_of)"
                + " OR c.oid IN (SELECT indexrelid FROM pg_index WHERE indrelid IN (SELECT oid FROM all_of))"));
    }

    /** Writes every table anew, statistics included: pages keep a deleted row's bytes until something else needs the room. */
    void rewrite() throws SQLException {
        execute("ANALYZE");
        for (String table : tables()) execute("VACUUM (FULL) " + table);
        execute("VACUUM (FULL) pg_catalog.pg_statistic");
    }

    void vacuum() throws SQLException {
        execute("ANALYZE");
        for (String table : tables()) execute("VACUUM " + table);
    }

    /**
     * Ends the log's segment and writes a checkpoint, after which older segments go.
     *
     * @return false where this role may not
     */
    boolean checkpoint() throws SQLException {
        execute(FULL_SEGMENT);
        try {
            execute("CHECKPOINT");
            execute(FULL_SEGMENT);
            execute("CHECKPOINT");
            return true;
        } catch (SQLException e) {
            if (NO_SUCH_PRIVILEGE.equals(e.getSQLState())) return false;
            throw e;
        }
    }

    /** The segment that is written now. */
    String logSegment() throws SQLException {
        return strings("SELECT pg_walfile_name(pg_current_wal_lsn())").get(0);
    }

    /** Whether segments that are done with are kept, as they are, for later use. */
    boolean recyclesLog() throws SQLException {
        return strings("SHOW wal_recycle").get(0).equals("on");
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private long count(String sql, String parameter) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, parameter);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private List<String> strings(String sql) throws SQLException {
        List<String> strings = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) strings.add(rows.getString(1));
        }
        return strings;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
