package dev.postwire.local.stand;

import dev.postwire.local.part.ProcessId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** The resident memory of a part: of its process and all below it, each counted whole. */
final class Memory {
    private static final long KIB = 1024;

    private Memory() {}

    /** In bytes; empty when the process is gone. */
    static OptionalLong resident(ProcessId id) {
        return id.find()
                .map(process -> Stream.concat(Stream.of(process), process.descendants())
                        .mapToLong(one -> residentOf(one.pid()))
                        .sum())
                .map(OptionalLong::of)
                .orElse(OptionalLong.empty());
    }

    private static long residentOf(long pid) {
        Path status = Path.of("/proc", Long.toString(pid), "status");
        try {
            return Files.exists(status) ? fromProc(status) : fromPs(pid);
        } catch (IOException e) {
            return 0; // it ended meanwhile
        }
    }

    private static long fromProc(Path status) throws IOException {
        try (Stream<String> lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> kib(line.replaceAll("\\D", "")))
                    .sum();
        }
    }

    private static long fromPs(long pid) throws IOException {
        Process ps = new ProcessBuilder("ps", "-o", "rss=", "-p", Long.toString(pid)).start();
        return kib(new String(ps.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip());
    }

    private static long kib(String number) {
        return number.isEmpty() ? 0 : Long.parseLong(number) * KIB;
    }
}
