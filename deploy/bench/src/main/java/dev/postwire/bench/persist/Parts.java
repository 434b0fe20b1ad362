package dev.postwire.bench.persist;

import dev.postwire.local.kafka.KafkaPart;
import dev.postwire.local.part.FreePorts;
import dev.postwire.local.part.Part;
import dev.postwire.local.part.PartProcess;
import dev.postwire.local.postgres.PostgresPart;
import dev.postwire.platform.kafka.KafkaClients;
import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalPropertiesReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;

/** PostgreSQL and a broker as {@code deploy/local} runs them, in a folder that goes when this is closed. */
public final class Parts implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Path folder;
    private final PostgresPart postgres;
    private final KafkaPart kafka;
    private final List<PartProcess> running = new ArrayList<>();

    public Parts() throws IOException {
        folder = Files.createTempDirectory("postwire-bench");
        postgres = new PostgresPart(
                folder.resolve("postgres"), folder.resolve("postgres.log"), FreePorts.free("postgres"));
        kafka = new KafkaPart(
                folder.resolve("kafka"),
                folder.resolve("kafka.log"),
                FreePorts.free("kafka"),
                FreePorts.free("kafka-controller"));
        start(postgres);
        start(kafka);
    }

    private void start(Part part) {
        PartProcess process = PartProcess.start(part);
        running.add(process);
        process.awaitReady(PATIENCE);
    }

    /** What PostgreSQL and this program, children but for the parts included, have used since they began. */
    public Used used() throws IOException {
        Duration database = Cpu.of(running.get(0).id().pid());
        Duration broker = Cpu.of(running.get(1).id().pid());
        Duration all = Cpu.of(ProcessHandle.current().pid());
        return new Used(System.nanoTime(), database, all.minus(database).minus(broker));
    }

    /** The wall, and the CPU time of the database and of the program. */
    public record Used(long nanos, Duration database, Duration program) {
        Used since(Used before) {
            return new Used(nanos - before.nanos, database.minus(before.database), program.minus(before.program));
        }
    }

    public Path folder() {
        return folder;
    }

    public KafkaClients kafka() {
        return KafkaClients.of(Map.of("bootstrap.servers", "127.0.0.1:" + kafka.port()), "bench");
    }

    /** A new database with the service's schema in it, through a pool as the service has it. */
    public AgroalDataSource database(String name) throws SQLException {
        try (AgroalDataSource main = pool("postwire");
                Connection connection = main.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name);
        }
        AgroalDataSource pool = pool(name);
        Flyway.configure().dataSource(pool).load().migrate();
        return pool;
    }

    private AgroalDataSource pool(String name) throws SQLException {
        return AgroalDataSource.from(new AgroalPropertiesReader().readProperties(properties(name)));
    }

    private java.util.Properties properties(String name) {
        java.util.Properties properties = new java.util.Properties();
        properties.put("jdbcUrl", postgres.jdbcUrl(name));
        properties.put("principal", postgres.user());
        properties.put("credential", postgres.password());
        properties.put("maxSize", "8");
        properties.put("acquisitionTimeout_s", "10");
        return properties;
    }

    /** Runs psql with that script, in which any error ends it. */
    public void psql(String database, Path script) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(
                "psql",
                "-X",
                "-q",
                "-v",
                "ON_ERROR_STOP=1",
                "-h",
                "127.0.0.1",
                "-p",
                Integer.toString(postgres.port()),
                "-U",
                postgres.user(),
                "-d",
                database,
                "-f",
                script.toString());
        builder.environment().put("PGPASSWORD", postgres.password());
        builder.redirectErrorStream(true)
                .redirectOutput(folder.resolve("psql.log").toFile());
        if (builder.start().waitFor() != 0) {
            throw new IllegalStateException("psql failed: " + Files.readString(folder.resolve("psql.log")));
        }
    }

    @Override
    public void close() throws IOException {
        for (int i = running.size() - 1; i >= 0; i--) running.get(i).stop();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path one : all.sorted(Comparator.reverseOrder()).toList()) Files.delete(one);
        }
    }
}
