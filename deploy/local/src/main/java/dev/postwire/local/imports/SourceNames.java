package dev.postwire.local.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The paths that were imported, by the number that the journal has of each. For one thread. */
final class SourceNames {
    private final Path file;
    private final Map<Long, Path> names = new HashMap<>();

    SourceNames(Path file) throws IOException {
        this.file = file;
        if (!Files.exists(file)) return;
        for (String line : Files.readAllLines(file)) {
            int blank = line.indexOf(' ');
            if (blank == 16)
                names.put(Long.parseUnsignedLong(line.substring(0, blank), 16), Path.of(line.substring(blank + 1)));
        }
    }

    /** Never 0. */
    long number(Path path) {
        Path name = path.toAbsolutePath().normalize();
        long number = 1
                | ByteBuffer.wrap(Hash.of(name.toString().getBytes(StandardCharsets.UTF_8)))
                        .getLong();
        if (names.putIfAbsent(number, name) == null) append(number, name);
        return number;
    }

    /** A path that is still there. */
    Optional<Path> standing(long number) {
        return Optional.ofNullable(names.get(number)).filter(Files::exists);
    }

    private void append(long number, Path name) {
        if (name.toString().indexOf('\n') >= 0) return;
        try {
            String line = String.format("%016x %s%n", number, name);
            Files.writeString(file, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
