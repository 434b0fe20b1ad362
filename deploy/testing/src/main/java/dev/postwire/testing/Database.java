package dev.postwire.testing;

import dev.postwire.local.part.FreePorts;
import dev.postwire.local.postgres.PostgresPart;
import dev.postwire.local.postgres.PostgresProbe;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.UUID;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The PostgreSQL of this test JVM: started when first asked for, gone with the JVM. UTF-8, locale C.UTF-8, as in use.
 *
 * <p>A test that kills or stops it starts it again before it ends.
 */
public final class Database {
    private static final String MAIN = "postwire";

    /** A killed process loses nothing by it, only a machine without power would; databases are made in half the time. */
    private static final Map<String, String> UNSYNCED = Map.of("fsync", "off", "full_page_writes", "off");

    private final SharedPart part;

    private Database(SharedPart part) {
        this.part = part;
    }

    public static Database shared() {
        return new Database(Shared.part("database", () -> Engine.start(Database::container, Database::embedded)));
    }

    private static SharedPart container() {
        return ContainerPart.database(port -> PostgresProbe.probe(port, MAIN));
    }

    private static SharedPart embedded() {
        TestFolder folder = TestFolder.create("postgres");
        PostgresPart postgres = new PostgresPart(
                folder.path().resolve("postgres"),
                folder.path().resolve("postgres.log"),
                FreePorts.free("postgres"),
                UNSYNCED);
        return new EmbeddedPart(postgres, folder, postgres::password);
    }

    /** Of the database {@code postwire}, which all tests of the JVM see. */
    public String jdbcUrl() {
        return jdbcUrl(MAIN);
    }

    private String jdbcUrl(String database) {
        return "jdbc:postgresql://" + part.getAddress() + "/" + database;
    }

    /** Creates an empty database and gives its address; role and password are the same. */
    public String freshJdbcUrl() {
        return created("");
    }

    /** Creates a database with all that one of its databases holds, to which nobody may be connected. */
    public String copyJdbcUrl(String jdbcUrl) {
        return created(" TEMPLATE " + jdbcUrl.substring(jdbcUrl.lastIndexOf('/') + 1));
    }

    private String created(String from) {
        String name = "test_" + UUID.randomUUID().toString().replace("-", "");
        try (Connection connection = connect(jdbcUrl());
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name + from);
        } catch (SQLException e) {
            throw new IllegalStateException("no database can be created", e);
        }
        return jdbcUrl(name);
    }

    /** A session with one of its databases. */
    public Connection connect(String jdbcUrl) throws SQLException {
        PGSimpleDataSource source = new PGSimpleDataSource(); // DriverManager knows drivers of one class loader only
        source.setUrl(jdbcUrl);
        source.setUser(username());
        source.setPassword(password());
        return source.getConnection();
    }

    public String username() {
        return part.getUsername();
    }

    public String password() {
        return part.getPassword();
    }

    /** Ends it as a crash would; what was committed is there after {@link #start()}. */
    public void kill() {
        part.kill();
    }

    /** Stops it in order: open sessions are ended. */
    public void stop() {
        part.stop();
    }

    /** Starts it again at the same address and returns when it is ready; does nothing when it runs. */
    public void start() {
        part.start();
    }
}
