package dev.postwire.local.stand;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The options of the services' JVMs: small, and quick to start. */
final class Jvm {
    private static final Map<String, String> MAX_HEAP = Map.of("enrich", "-Xmx320m", "query", "-Xmx256m");
    private static final String USUAL_MAX_HEAP = "-Xmx128m";
    private static final int CLASS_DATA_BY_ITSELF = 19;
    private static final int COMPACT_HEADERS = 25;

    private Jvm() {}

    static List<String> options(String service, Path cache) {
        List<String> options = new ArrayList<>(List.of(
                "-XX:+UseSerialGC",
                "-Xms24m",
                MAX_HEAP.getOrDefault(service, USUAL_MAX_HEAP),
                "-Xss512k",
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError",
                "-Djava.awt.headless=true"));
        int version = Runtime.version().feature();
        if (version >= CLASS_DATA_BY_ITSELF) {
            // Written when the service ends, checked against JDK and jars when it starts, and ignored if stale.
            options.add("-XX:+AutoCreateSharedArchive");
            options.add("-XX:SharedArchiveFile=" + cache.resolve(service + "-" + version + ".jsa"));
        }
        if (version >= COMPACT_HEADERS) {
            options.add("-XX:+UseCompactObjectHeaders");
            options.add("--enable-native-access=ALL-UNNAMED");
            options.add("--sun-misc-unsafe-memory-access=allow");
        }
        return options;
    }
}
