package dev.postwire.bench;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where this source tree is, and the reference data beside it. The data is no part of the project: whoever reads it says so
 * clearly where it is absent.
 */
public final class Checkout {
    private Checkout() {}

    /** The root of the source tree: the nearest folder at or above the working directory that holds this module. */
    public static Path root() {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve("deploy/bench/pom.xml"))) return folder;
        }
        throw new IllegalStateException("run this from within Postwire's source tree");
    }

    /** A file or folder of the reference data, e.g. {@code extraction/wcxb-dev}; it may be absent. */
    public static Path shared(String name) {
        return root().resolveSibling("shared").resolve("data").resolve(name);
    }
}
