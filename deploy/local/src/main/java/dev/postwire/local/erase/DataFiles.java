package dev.postwire.local.erase;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Set;
import java.util.TreeSet;

/** Every file below the folder of a stand, searched byte by byte. */
final class DataFiles {
    private static final int BUFFER_BYTES = 1 << 20;

    private final Path root;

    DataFiles(Path root) {
        this.root = root.toAbsolutePath();
    }

    /** The files that hold a piece. */
    Set<String> holding(Needles needles) throws IOException {
        Set<String> holding = new TreeSet<>();
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (attributes.isRegularFile() && holds(file, needles))
                    holding.add(root.relativize(file).toString());
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
                // Gone since its folder was listed, as segments go.
                if (failure instanceof NoSuchFileException) return FileVisitResult.CONTINUE;
                throw failure;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path folder, IOException failure) throws IOException {
                if (failure == null || failure instanceof NoSuchFileException) return FileVisitResult.CONTINUE;
                throw failure;
            }
        });
        return holding;
    }

    private static boolean holds(Path file, Needles needles) throws IOException {
        byte[] buffer = new byte[BUFFER_BYTES];
        int kept = 0;
        try (InputStream in = Files.newInputStream(file)) {
            while (true) {
                int read = in.readNBytes(buffer, kept, buffer.length - kept);
                if (!needles.find(buffer, 0, kept + read).isEmpty()) return true;
                if (kept + read < buffer.length) return false;
                // The end goes before the next piece of the file, so that nothing is cut in two.
                kept = Needles.LENGTH - 1;
                System.arraycopy(buffer, buffer.length - kept, buffer, 0, kept);
            }
        } catch (NoSuchFileException e) {
            return false; // gone since its folder was listed, as segments go
        }
    }

    boolean exists(String relative) throws IOException {
        Path file = root.resolve(relative);
        return Files.exists(file) && Files.size(file) > 0;
    }

    /** The database's log segments before that one, by name. */
    Set<String> logSegmentsBefore(String segment) throws IOException {
        Set<String> before = new TreeSet<>();
        try (var files = Files.list(root.resolve("postgres/data/pg_wal"))) {
            files.map(file -> file.getFileName().toString())
                    .filter(name -> name.matches("[0-9A-F]{24}") && name.compareTo(segment) < 0)
                    .forEach(before::add);
        }
        return before;
    }
}
