package dev.postwire.testing;

import dev.postwire.local.part.FreePorts;
import dev.postwire.local.part.Port;
import dev.postwire.local.postgres.PostgresPart;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A PostgreSQL of the test's own and its streaming replica, which replays the first one's log as it is written, and cancels a reader
 * that stands against that for 100 ms. Embedded, also where there is a container engine: two that stream are no matter of an image.
 */
public final class ReplicatedDatabase implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 60;

    /** The role may stream, and stop the replay for a while. */
    private static final String GRANTS = """
            ALTER ROLE postwire REPLICATION
            GRANT EXECUTE ON FUNCTION pg_wal_replay_pause() TO postwire
            GRANT EXECUTE ON FUNCTION pg_wal_replay_resume() TO postwire
            """;

    private static final String ACCESS = "host replication postwire 127.0.0.1/32 scram-sha-256\n";

    private final EmbeddedPart primary;
    private final EmbeddedPart replica;

    private ReplicatedDatabase(EmbeddedPart primary, EmbeddedPart replica) {
        this.primary = primary;
        this.replica = replica;
    }

    public static ReplicatedDatabase start() {
        TestFolder first = TestFolder.create("primary");
        TestFolder second = TestFolder.create("replica");
        PostgresPart primary = part(first, FreePorts.free("primary"));
        PostgresPart replica = part(second, FreePorts.free("replica"));
        try {
            primary.prepare();
            grant(primary);
            Files.writeString(data(primary).resolve("pg_hba.conf"), ACCESS, StandardOpenOption.APPEND);
            // Before it was ever started: a copy at rest needs no backup.
            copy(data(primary).getParent(), data(replica).getParent());
            follow(primary, data(replica));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new ReplicatedDatabase(
                new EmbeddedPart(new Streaming(primary), first, primary::password),
                new EmbeddedPart(new Streaming(replica), second, replica::password));
    }

    private static PostgresPart part(TestFolder folder, Port port) {
        return new PostgresPart(folder.path().resolve("postgres"), folder.path().resolve("postgres.log"), port);
    }

    private static Path data(PostgresPart part) {
        List<String> command = part.launch().command();
        return Path.of(command.get(command.indexOf("-D") + 1));
    }

    /**
     * Alone on its data, for the superuser cannot log in. With the settings it will run with: a replica refuses to have less room than
     * what it was copied from.
     */
    private static void grant(PostgresPart part) throws IOException {
        List<String> server = new Streaming(part).launch().command();
        int data = server.indexOf("-D");
        List<String> alone = new ArrayList<>(server.subList(0, data));
        alone.addAll(List.of("--single", "-D", server.get(data + 1), "-c", "exit_on_error=on"));
        alone.addAll(server.subList(server.indexOf("-c"), server.size()));
        alone.add(part.user());
        Path log = part.launch().log();
        Process process = new ProcessBuilder(alone)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        try (OutputStream statements = process.getOutputStream()) {
            statements.write(GRANTS.getBytes(StandardCharsets.UTF_8));
        }
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new IllegalStateException("the role was not granted what it needs: see " + log);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static void follow(PostgresPart primary, Path data) throws IOException {
        Files.createFile(data.resolve("standby.signal"));
        String settings = """
                primary_conninfo = 'host=127.0.0.1 port=%d user=%s password=%s'
                wal_retrieve_retry_interval = '100ms'
                max_standby_streaming_delay = '100ms'
                """.formatted(primary.port(), primary.user(), primary.password());
        Files.writeString(data.resolve("postgresql.auto.conf"), settings, StandardOpenOption.APPEND);
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path one : all.toList()) {
                Files.copy(one, to.resolve(from.relativize(one)), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    public PGSimpleDataSource primary() {
        return source(primary);
    }

    public PGSimpleDataSource replica() {
        return source(replica);
    }

    private static PGSimpleDataSource source(EmbeddedPart part) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl("jdbc:postgresql://" + part.getAddress() + "/" + part.getUsername());
        source.setUser(part.getUsername());
        source.setPassword(part.getPassword());
        return source;
    }

    /** Ends it as a crash would. */
    public void killPrimary() {
        primary.kill();
    }

    /** Ends it as a crash would. */
    public void killReplica() {
        replica.kill();
    }

    /** Starts both again at their addresses and returns when they are ready; does nothing to one that runs. */
    public void startBoth() {
        primary.start();
        replica.start();
    }

    @Override
    public void close() {
        replica.kill();
        primary.kill();
    }
}
