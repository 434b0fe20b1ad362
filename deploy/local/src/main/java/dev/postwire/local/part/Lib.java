package dev.postwire.local.part;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The folder of jars that the child processes are started from: {@code target/lib}, which the build fills. The system
 * property {@code postwire.lib} names another.
 */
public final class Lib {
    private Lib() {}

    /** @throws PartFailure when the module has not been built */
    public static Path folder() {
        return Optional.ofNullable(System.getProperty("postwire.lib"))
                .map(Path::of)
                .or(() -> Optional.of(ownCode().resolveSibling("lib")))
                .filter(Files::isDirectory)
                .orElseThrow(() -> new PartFailure("deploy/local is not built ("
                        + ownCode().resolveSibling("lib") + " is missing): run mvn -Dquick package"));
    }

    /** The one jar whose name starts so. */
    public static Optional<Path> jar(String prefix) {
        try (Stream<Path> jars = Files.list(folder())) {
            return jars.filter(jar -> jar.getFileName().toString().startsWith(prefix))
                    .filter(jar -> jar.toString().endsWith(".jar"))
                    .max(Path::compareTo);
        } catch (IOException e) {
            throw new PartFailure("cannot read " + folder() + ": " + e.getMessage(), e);
        }
    }

    /** The class path of a child that runs a class of this module. */
    public static String classPath() {
        return ownCode() + java.io.File.pathSeparator + folder().resolve("*");
    }

    /** This module's jar, or its folder of classes. */
    private static Path ownCode() {
        CodeSource source = Lib.class.getProtectionDomain().getCodeSource();
        try {
            return Path.of(source.getLocation().toURI()).toAbsolutePath();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
