package dev.postwire.local.postgres;

import dev.postwire.local.part.Folders;
import dev.postwire.local.part.LogTail;
import dev.postwire.local.part.PartFailure;
import dev.postwire.local.part.ProcessId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
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

    private final Path folder;
    private final Path log;
    private final List<String> runner;
    private final Path programs;

    Cluster(Path folder, Path log) {
        this.folder = folder;
        this.log = log;
        this.runner = Runner.prefix();
        this.programs = PostgresBinaries.folder().resolve("bin");
    }

    Path data() {
        return folder.resolve("data");
    }

    private Path passwordFile() {
        return data().resolve(NAME + ".password");
    }

    String password() {
        try {
            return Files.readString(passwordFile());
        } catch (IOException e) {
            throw new PartFailure("the database's password cannot be read: " + e.getMessage(), e);
        }
    }

    List<String> program(String name) {
        List<String> command = new ArrayList<>(runner);
        command.add(programs.resolve(name).toString());
        return command;
    }

    /** Creates the data folder if there is none, whole or not at all; clears the marks of a server that was killed. */
    void prepare() {
        try {
            if (!Files.exists(data())) {
                create();
            }
            endLeftover();
        } catch (IOException e) {
            throw new PartFailure("PostgreSQL's folder " + folder + " cannot be prepared: " + e, e);
        }
    }

    private void create() throws IOException {
        Path fresh = folder.resolve("data.new");
        Folders.delete(fresh);
        Files.createDirectories(folder);
        Files.createDirectories(log.toAbsolutePath().getParent());
        List<String> initdb = program("initdb");
        initdb.addAll(List.of("-D", fresh.toString(), "-U", "postgres", "--auth=trust", "--no-instructions"));
        initdb.addAll(List.of("--encoding=UTF8", "--locale=C", "--locale-provider=builtin"));
        initdb.add("--builtin-locale=C.UTF-8");
        run(initdb, "");
        String password = newPassword();
        List<String> single = program("postgres");
        single.addAll(List.of("--single", "-j", "-D", fresh.toString(), "postgres"));
        run(
                single,
                "CREATE ROLE postwire LOGIN CREATEDB PASSWORD '" + password + "';\n\n"
                        + "CREATE DATABASE postwire OWNER postwire;\n\n");
        Files.writeString(fresh.resolve("pg_hba.conf"), ACCESS);
        Path secret = fresh.resolve(passwordFile().getFileName());
        Files.createFile(secret, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(secret, password);
        Files.move(fresh, data(), StandardCopyOption.ATOMIC_MOVE);
    }

    private static String newPassword() {
        byte[] bytes = new byte[16];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private void run(List<String> command, String input) throws IOException {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        try (var stdin = process.getOutputStream()) {
            stdin.write(input.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            // it ended without reading; its status says so below
        }
        try {
            if (process.waitFor() != 0) {
                throw new PartFailure("PostgreSQL's folder cannot be created: " + LogTail.lastLine(log));
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new PartFailure("interrupted while PostgreSQL's folder was created", e);
        }
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
            ProcessId id = new ProcessId(Long.parseLong(lines.get(0).trim()), startedAt);
            id.find().ifPresent(server -> {
                server.destroyForcibly();
                server.onExit().join();
            });
        }
        Files.deleteIfExists(pidFile);
    }
}
