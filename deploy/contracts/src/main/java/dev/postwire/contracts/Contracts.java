package dev.postwire.contracts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Path;

/** The files under {@code contracts/} on the class path, whether they lie in a folder or in a jar. */
final class Contracts {
    interface Reading<T> {
        T read(Path path) throws IOException;
    }

    private Contracts() {}

    /** Reads a file or folder; the path is only good within {@code reading}. */
    static <T> T read(String name, Reading<T> reading) {
        URL found = Contracts.class.getResource("/contracts/" + name);
        if (found == null) throw new IllegalArgumentException("no contracts/" + name + " on the class path");
        try {
            if (!(found.openConnection() instanceof JarURLConnection jar)) return reading.read(Path.of(found.toURI()));
            URI file = jar.getJarFileURL().toURI();
            try (FileSystem inside = FileSystems.newFileSystem(Path.of(file))) {
                return reading.read(inside.getPath(jar.getEntryName()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
