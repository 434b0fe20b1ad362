package dev.postwire.endtoend.fault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A wall clock for each service that can be turned, by libfaketime where it is installed; time that is measured goes on evenly. */
final class Clocks {
    private static final Optional<Path> LIBRARY = Stream.of(
                    "/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1",
                    "/usr/lib/aarch64-linux-gnu/faketime/libfaketimeMT.so.1")
            .map(Path::of)
            .filter(Files::exists)
            .findFirst();

    private final Path folder;

    private Clocks(Path folder) {
        this.folder = folder;
    }

    /** Empty, with a line on standard error, where the library is missing. */
    static Optional<Clocks> in(Path folder) throws IOException {
        if (LIBRARY.isEmpty()) {
            System.err.println("skipped: no libfaketime (Debian's package faketime), so no clock is turned");
            return Optional.empty();
        }
        Files.createDirectories(folder);
        return Optional.of(new Clocks(folder));
    }

    /** What a process is started with so that its clock can be turned. */
    Map<String, String> environment(String part) throws IOException {
        turn(part, Duration.ZERO);
        return Map.of(
                "LD_PRELOAD",
                LIBRARY.orElseThrow().toString(),
                "FAKETIME_TIMESTAMP_FILE",
                file(part).toString(),
                "FAKETIME_NO_CACHE",
                "1",
                "FAKETIME_DONT_FAKE_MONOTONIC",
                "1");
    }

    /** By so much from the true time; zero puts it right. */
    void turn(String part, Duration by) throws IOException {
        Path fresh = folder.resolve(part + ".new");
        Files.writeString(fresh, String.format("%+d%n", by.toSeconds()));
        Files.move(fresh, file(part), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private Path file(String part) {
        return folder.resolve(part);
    }
}
