package dev.postwire.testing;

import dev.postwire.local.part.Folders;
import dev.postwire.local.part.ProcessId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A folder for the data of one embedded part, gone with its process when the JVM ends. A JVM that is killed leaves both
 * behind: the next one to ask for a folder clears them away, told by process id and time of start.
 */
final class TestFolder {
    private static final Path ALL =
            Path.of(System.getProperty("java.io.tmpdir"), "postwire-test-" + System.getProperty("user.name"));
    private static final String OWNER = "owner";
    private static final String CHILD = "child";

    private final Path path;

    private TestFolder(Path path) {
        this.path = path;
    }

    static TestFolder create(String name) {
        try {
            Files.createDirectories(ALL);
            clearLeftovers();
            TestFolder folder = new TestFolder(Files.createTempDirectory(ALL, name + "-"));
            folder.write(OWNER, ProcessId.of(ProcessHandle.current()));
            Folders.delete(folder.path.resolve("none")); // loads the class while its class loader is open
            Runtime.getRuntime().addShutdownHook(new Thread(() -> clear(folder.path)));
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path path() {
        return path;
    }

    /** The process that is to end with this JVM. */
    void own(ProcessId child) {
        try {
            write(CHILD, child);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whole or not at all: another JVM may look at any moment. */
    private void write(String file, ProcessId id) throws IOException {
        Path fresh = Files.writeString(path.resolve(file + ".new"), id.pid() + "\n" + id.startedAt() + "\n");
        Files.move(fresh, path.resolve(file), StandardCopyOption.ATOMIC_MOVE);
    }

    private static Optional<ProcessId> read(Path file) throws IOException {
        try {
            List<String> lines = Files.readAllLines(file);
            return Optional.of(new ProcessId(Long.parseLong(lines.get(0)), Instant.parse(lines.get(1))));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    private static void clearLeftovers() throws IOException {
        List<Path> folders;
        try (Stream<Path> all = Files.list(ALL)) {
            folders = all.toList();
        }
        for (Path folder : folders) {
            // one without an owner is being made just now
            Optional<ProcessId> owner = read(folder.resolve(OWNER));
            if (owner.isPresent() && owner.flatMap(ProcessId::find).isEmpty()) clear(folder);
        }
    }

    private static void clear(Path folder) {
        try {
            Optional<ProcessId> child = read(folder.resolve(CHILD));
            child.ifPresent(ProcessId::kill);
            Folders.delete(folder);
        } catch (IOException e) {
            // a process that is just ending still writes: the next JVM finds the rest
        }
    }
}
