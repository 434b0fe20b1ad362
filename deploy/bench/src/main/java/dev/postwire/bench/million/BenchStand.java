package dev.postwire.bench.million;

import dev.postwire.bench.Checkout;
import dev.postwire.bench.persist.Cpu;
import dev.postwire.local.kafka.KafkaPart;
import dev.postwire.local.part.FreePorts;
import dev.postwire.local.part.Part;
import dev.postwire.local.part.PartProcess;
import dev.postwire.local.part.Port;
import dev.postwire.local.postgres.PostgresPart;
import dev.postwire.local.service.ServicePart;
import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalPropertiesReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.flywaydb.core.Flyway;

/** PostgreSQL, and where asked for a broker and the query service, over a folder that lasts. */
final class BenchStand implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(30);

    /** As whoever has very many posts sets it: with the small memory of a stand most of the time goes into checkpoints. */
    private static final Map<String, String> LARGER =
            Map.of("shared_buffers", "2GB", "max_wal_size", "6GB", "checkpoint_timeout", "15min");

    private final Path folder;
    private final PostgresPart postgres;
    private final KafkaPart kafka;
    private final Port query = FreePorts.free("query");
    private final Deque<PartProcess> running = new ArrayDeque<>();
    private AgroalDataSource pool;
    private boolean brokerRuns;

    BenchStand(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder.toAbsolutePath());
        this.postgres = new PostgresPart(
                folder.resolve("postgres"), folder.resolve("postgres.log"), FreePorts.free("postgres"), LARGER);
        this.kafka = new KafkaPart(
                folder.resolve("kafka"),
                folder.resolve("kafka.log"),
                FreePorts.free("kafka"),
                FreePorts.free("kafka-controller"));
    }

    /** With the schema that the service needs. */
    BenchStand startDatabase() throws SQLException {
        start(postgres);
        pool = AgroalDataSource.from(new AgroalPropertiesReader().readProperties(poolProperties()));
        Flyway.configure().dataSource(pool).load().migrate();
        return this;
    }

    private Properties poolProperties() {
        Properties properties = new Properties();
        properties.put("jdbcUrl", postgres.jdbcUrl());
        properties.put("principal", postgres.user());
        properties.put("credential", postgres.password());
        properties.put("maxSize", "4");
        properties.put("acquisitionTimeout_s", "10");
        return properties;
    }

    /** Its connections are kept, and their statements prepared, as those of the service are. */
    AgroalDataSource pool() {
        return pool;
    }

    /** The number of the last change of any post. */
    long lastChange() throws SQLException {
        return number("SELECT last_number FROM change_counter");
    }

    long number(String sql) throws SQLException {
        try (Connection connection = pool.getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    /** The first time. */
    void startBroker() {
        if (!brokerRuns) start(kafka);
        brokerRuns = true;
    }

    /** Until it is alive; whether it is ready is another question. */
    PartProcess startQuery() {
        Path jar = Checkout.root().resolve("query-service/target/quarkus-app/quarkus-run.jar");
        List<String> jvm = List.of("-XX:+UseSerialGC", "-Xmx1g");
        return start(new ServicePart(
                new ServicePart.Program("query", jar, jvm), folder.resolve("query.log"), query, this::properties));
    }

    private Map<String, String> properties() {
        return Map.of(
                "kafka.bootstrap.servers", kafka.bootstrapServers(),
                "quarkus.datasource.jdbc.url", postgres.jdbcUrl(),
                "quarkus.datasource.username", postgres.user(),
                "quarkus.datasource.password", postgres.password(),
                "postwire.index.folder", folder.resolve("index").toString());
    }

    URI service() {
        return URI.create("http://127.0.0.1:" + query.number());
    }

    Path folder() {
        return folder;
    }

    /** CPU time of all parts that run, since they began. */
    Duration cpu() throws IOException {
        Duration all = Duration.ZERO;
        for (PartProcess process : running) all = all.plus(Cpu.of(process.id().pid()));
        return all;
    }

    /** What pgbench is told of where the database is. */
    Map<String, String> libpq() {
        return Map.of(
                "PGHOST", "127.0.0.1",
                "PGPORT", Integer.toString(postgres.port()),
                "PGUSER", postgres.user(),
                "PGDATABASE", postgres.user(),
                "PGPASSWORD", postgres.password());
    }

    void stop(PartProcess process) {
        process.stop();
        running.remove(process);
    }

    private PartProcess start(Part part) {
        PartProcess process = PartProcess.start(part);
        running.push(process);
        process.awaitReady(PATIENCE);
        return process;
    }

    @Override
    public void close() {
        if (pool != null) pool.close();
        running.forEach(PartProcess::stop);
    }
}
