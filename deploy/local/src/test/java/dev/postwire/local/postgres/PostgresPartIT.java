package dev.postwire.local.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.postwire.local.part.FreePorts;
import dev.postwire.local.part.PartProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresPartIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    private PostgresPart part;
    private PartProcess running;

    @BeforeEach
    void start() {
        part = new PostgresPart(
                folder.resolve("postgres"), folder.resolve("logs/postgres.log"), FreePorts.free("postgres"));
        restart();
    }

    @AfterEach
    void stop() {
        running.stop();
    }

    private void restart() {
        running = PartProcess.start(part);
        running.awaitReady(PATIENCE);
    }

    @Test
    void lowersUmlautsAndCyrillic() throws SQLException {
        assertEquals("straße äöü привет", query("select lower('STRAßE ÄÖÜ ПРИВЕТ')"));
    }

    @Test
    void turnsAwayTheSuperuserAndAWrongPassword() {
        assertThrows(SQLException.class, () -> DriverManager.getConnection(part.jdbcUrl(), "postgres", part.password())
                .close());
        assertThrows(SQLException.class, () -> DriverManager.getConnection(part.jdbcUrl(), part.user(), "wrong")
                .close());
    }

    @Test
    void comesBackWithItsDataAfterAKill() throws SQLException {
        execute("create table kept (word text)");
        execute("insert into kept values ('still here')");

        running.kill();
        restart();

        assertEquals("still here", query("select word from kept"));
    }

    @Test
    void comesBackWhenAnotherProcessHasTheNumberOfTheDeadOne() throws Exception {
        running.stop();
        Path data = folder.resolve("postgres/data");
        Files.writeString(
                data.resolve("postmaster.pid"),
                ProcessHandle.current().pid() + "\n" + data + "\n1000000000\n5433\n\n127.0.0.1\n");

        restart();

        assertEquals("1", query("select 1"));
    }

    @Test
    void sweepsAwayAFolderThatWasNotFinished() throws Exception {
        running.stop();
        Files.move(folder.resolve("postgres/data"), folder.resolve("postgres/data.new"));
        Files.delete(folder.resolve("postgres/data.new/PG_VERSION"));

        restart();

        assertEquals("1", query("select 1"));
        assertFalse(Files.exists(folder.resolve("postgres/data.new")));
    }

    @Test
    void givesTheRoleANewPasswordWhenTheOldOneIsLost() throws Exception {
        running.stop();
        String lost = part.password();
        Files.delete(folder.resolve("postgres/password"));
        part = new PostgresPart(
                folder.resolve("postgres"), folder.resolve("logs/postgres.log"), FreePorts.free("postgres"));

        restart();

        assertNotEquals(lost, part.password());
        assertEquals("1", query("select 1"));
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private String query(String sql) throws SQLException {
        try (Connection connection = connect();
                var statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(part.jdbcUrl(), part.user(), part.password());
    }
}
