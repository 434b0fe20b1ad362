package dev.postwire.local.part;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Programs of the machine that a part is started with. */
public final class Tools {
    private static final Optional<Path> SETSID = find("setsid");

    private Tools() {}

    /** The program of that name on the PATH. */
    public static Optional<Path> find(String program) {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("/usr/bin:/bin");
        return Arrays.stream(path.split(File.pathSeparator))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** The java that runs this. */
    public static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /**
     * What to put before a command so that it leads a session of its own; setsid then becomes the program, so the process
     * id stays. Empty where the machine has no setsid: there Ctrl-C reaches the parts as well.
     */
    public static List<String> ownSession() {
        return SETSID.map(Path::toString).map(List::of).orElse(List.of());
    }
}
