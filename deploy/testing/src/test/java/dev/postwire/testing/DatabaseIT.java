package dev.postwire.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

class DatabaseIT {
    @Test
    void givesDatabasesOfTheirOwnThatLastOverAKill() throws SQLException {
        Database database = Database.shared();
        String first = database.freshJdbcUrl();
        String second = database.freshJdbcUrl();
        execute(first, "create table word as select 'kept' as text");

        database.kill();
        database.start();

        assertNotEquals(first, second);
        assertEquals("kept", query(first, "select text from word"));
        assertEquals("0", query(second, "select count(*) from pg_tables where tablename = 'word'"));
    }

    private static void execute(String url, String sql) throws SQLException {
        try (Connection connection = Database.shared().connect(url);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String query(String url, String sql) throws SQLException {
        try (Connection connection = Database.shared().connect(url);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
