package dev.postwire.local.postgres;

import dev.postwire.local.part.Health;
import dev.postwire.local.part.Launch;
import dev.postwire.local.part.Part;
import dev.postwire.local.part.Port;
import dev.postwire.local.part.Signal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * PostgreSQL 18 on 127.0.0.1 with the role and database {@code postwire}. Small in memory, but nothing is taken from its
 * durability: what it has committed survives a crash of it and of the machine.
 */
public final class PostgresPart implements Part {
    private static final Map<String, String> SETTINGS = Map.ofEntries(
            Map.entry("listen_addresses", "127.0.0.1"),
            Map.entry("unix_socket_directories", ""),
            Map.entry("shared_buffers", "32MB"),
            Map.entry("max_connections", "60"),
            Map.entry("max_wal_size", "256MB"),
            Map.entry("max_worker_processes", "2"),
            Map.entry("max_parallel_workers", "2"),
            Map.entry("autovacuum_worker_slots", "3"),
            Map.entry("autovacuum_max_workers", "2"),
            Map.entry("io_method", "sync"), // else three more processes that only read ahead
            Map.entry("wal_level", "minimal"), // nobody replicates from here
            Map.entry("max_wal_senders", "0"),
            Map.entry("wal_recycle", "off"), // else what was erased lies in segments that wait to be used again
            Map.entry("jit", "off"),
            Map.entry("log_checkpoints", "off"),
            Map.entry("timezone", "UTC"),
            Map.entry("log_timezone", "UTC"),
            Map.entry("lc_messages", "C"));

    private final Path log;
    private final Port port;
    private final Cluster cluster;
    private final Map<String, String> further;

    /**
     * @param folder where its data lasts
     * @param log appended to by the server
     */
    public PostgresPart(Path folder, Path log, Port port) {
        this(folder, log, port, Map.of());
    }

    /** @param further settings of the server, in place of those it has here where they are the same */
    public PostgresPart(Path folder, Path log, Port port, Map<String, String> further) {
        this.further = Map.copyOf(further);
        this.log = log.toAbsolutePath();
        this.port = port;
        this.cluster = new Cluster(folder.toAbsolutePath(), new Programs(this.log));
    }

    @Override
    public String name() {
        return "postgres";
    }

    @Override
    public List<Port> ports() {
        return List.of(port);
    }

    @Override
    public void prepare() {
        cluster.prepare();
    }

    @Override
    public Launch launch() {
        List<String> command = new ArrayList<>(Programs.command("postgres"));
        command.addAll(List.of("-D", cluster.data().toString(), "-p", Integer.toString(port.number())));
        Map<String, String> settings = new TreeMap<>(SETTINGS);
        settings.putAll(further);
        settings.forEach((key, value) -> command.addAll(List.of("-c", key + "=" + value)));
        return new Launch(command, Map.of("LC_ALL", "C"), log);
    }

    @Override
    public Health probe() {
        return PostgresProbe.probe(port.number(), user());
    }

    @Override
    public Signal stopSignal() {
        return Signal.INT;
    }

    @Override
    public Duration stopDeadline() {
        return Duration.ofSeconds(30);
    }

    public String jdbcUrl() {
        return jdbcUrl(user());
    }

    public String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port.number() + "/" + database;
    }

    /** The role, which owns the database of the same name and may create others. */
    public String user() {
        return Cluster.NAME;
    }

    /** Made when first asked for, also before the server exists, and kept in its folder. */
    public String password() {
        return cluster.password();
    }
}
