package dev.postwire.bench.persist;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import javax.sql.DataSource;
import org.postgresql.PGConnection;

/**
 * The peer: psql copies the same rows, ready made in files, into unlogged staging tables, and writes them into tables of the same
 * columns, keys and indexes by {@code INSERT … SELECT}, all in one transaction.
 */
final class StagedCopy {
    private static final List<String> TABLES = List.of("post", "receipt", "change");

    private final Parts parts;

    StagedCopy(Parts parts) {
        this.parts = parts;
    }

    /** What stands in the database now, into files. */
    void dump(DataSource filled) throws SQLException, IOException {
        try (Connection connection = filled.getConnection()) {
            for (String table : TABLES) {
                try (OutputStream out = Files.newOutputStream(file(table))) {
                    connection
                            .unwrap(PGConnection.class)
                            .getCopyAPI()
                            .copyOut(
                                    "COPY (SELECT " + columns(connection, table) + " FROM " + table + ") TO STDOUT",
                                    out);
                }
            }
        }
    }

    Duration load(String name, DataSource empty) throws SQLException, IOException, InterruptedException {
        Path script = parts.folder().resolve("peer.sql");
        try (Connection connection = empty.getConnection()) {
            StringJoiner sql = new StringJoiner(";\n", "", ";\n");
            for (String table : TABLES) {
                String columns = columns(connection, table);
                sql.add("CREATE UNLOGGED TABLE stage_" + table + " AS SELECT " + columns + " FROM " + table
                        + " WITH NO DATA");
            }
            sql.add("BEGIN");
            for (String table : TABLES) {
                sql.add("\\copy stage_" + table + " FROM '" + file(table) + "'\n");
            }
            for (String table : TABLES) {
                String columns = columns(connection, table);
                sql.add("INSERT INTO " + table + " (" + columns + ") SELECT " + columns + " FROM stage_" + table);
            }
            sql.add("COMMIT");
            // A meta-command of psql ends with its line and takes no semicolon.
            Files.writeString(script, sql.toString().replace("'\n;", "'\n"));
        }
        long started = System.nanoTime();
        parts.psql(name, script);
        return Duration.ofNanos(System.nanoTime() - started);
    }

    private Path file(String table) {
        return parts.folder().resolve(table + ".copy");
    }

    private static String columns(Connection connection, String table) throws SQLException {
        List<String> columns = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                var row =
                        statement.executeQuery("SELECT column_name FROM information_schema.columns WHERE table_name = '"
                                + table + "' AND is_generated = 'NEVER' ORDER BY ordinal_position")) {
            while (row.next()) columns.add(row.getString(1));
        }
        return String.join(", ", columns);
    }
}
