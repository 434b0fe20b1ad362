package dev.postwire.local.postgres;

import dev.postwire.local.part.Folders;
import dev.postwire.local.part.PartFailure;
import dev.postwire.local.part.ProcessId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;

/**
 * A PostgreSQL data folder with the role and the database of Postwire in it.
 *
 * <p>UTF-8 with the builtin C.UTF-8 locale, so that lower case is right in every script and sorting is the same on
 * every machine. Only the role {@code postwire} can log in, over the loopback, with a password made for this folder
 * (SCRAM); the superuser cannot, for through it any user of the machine could run programs as this one.
 */
final class Cluster {
    static final String NAME = "postwire";
    private static final String ACCESS = "host all " + NAME + " 127.0.0.1/32 scram-sha-256\n";

    /** For an erasure: the log's segments that hold what was erased go with a checkpoint. */
    private static final String MAY_CHECKPOINT = "GRANT pg_checkpoint TO postwire";

    private final Path folder;
    private final Programs programs;
    private final Password password;

    Cluster(Path folder, Programs programs) {
        this.folder = folder;
        this.programs = programs;
        this.password = new Password(folder.resolve("password"));
    }

    Path data() {
        return folder.resolve("data");
    }

    String password() {
        return password.value();
    }

    /** Creates the data folder if there is none, whole or not at all; clears the marks of a server that was killed. */
    void prepare() {
        try {
            if (!Files.exists(data())) {
                create();
            } else {
                endLeftover();
                if (password.isNew()) {
                    setPassword();
                }
            }
            password.handedOver();
        } catch (IOException e) {
            throw new PartFailure("PostgreSQL's folder " + folder + " cannot be prepared: " + e, e);
        }
    }

    private void create() throws IOException {
        Path fresh = folder.resolve("data.new");
        Folders.delete(fresh);
        Files.createDirectories(folder);
        programs.run(
                "initdb",
                List.of(
                        "-D",
                        fresh.toString(),
                        "--username=postgres",
                        "--auth=trust", // replaced below, before it is ever started
                        "--no-instructions",
                        "--encoding=UTF8",
                        "--locale=C",
                        "--locale-provider=builtin",
                        "--builtin-locale=C.UTF-8"),
                "");
        programs.runAlone(fresh, "CREATE ROLE postwire LOGIN CREATEDB PASSWORD '" + password() + "'");
        programs.runAlone(fresh, MAY_CHECKPOINT);
        programs.runAlone(fresh, "CREATE DATABASE postwire OWNER postwire");
        Files.writeString(fresh.resolve("pg_hba.conf"), ACCESS);
        Files.move(fresh, data(), StandardCopyOption.ATOMIC_MOVE);
    }

    private void setPassword() {
        programs.runAlone(data(), "ALTER ROLE postwire PASSWORD '" + password() + "'");
    }

    /**
     * A server that was killed leaves its pid file. PostgreSQL overwrites it unless some process has that number by now,
     * so remove it; and if that process is the server of this folder still, end it.
     */
    private void endLeftover() throws IOException {
        Path pidFile = data().resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        List<String> lines = Files.readAllLines(pidFile);
        if (lines.size() >= 3) {
            Instant startedAt =
                    Instant.ofEpochSecond(Long.parseLong(lines.get(2).trim()));
            new ProcessId(Long.parseLong(lines.get(0).trim()), startedAt).kill();
        }
        Files.deleteIfExists(pidFile);
    }
}
