package dev.postwire.local.part;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** The end of a part's log, for saying in one line why it ended. Reads at most the last 8 KiB. */
public final class LogTail {
    private static final int BYTES = 8 * 1024;
    private static final int LINE_LENGTH = 300;

    private LogTail() {}

    /** The last lines from that offset on, oldest first; empty when there is no log. */
    static List<String> lines(Path log, long from) {
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            long start = Math.max(Math.min(from, file.length()), file.length() - BYTES);
            byte[] bytes = new byte[(int) (file.length() - start)];
            file.seek(start);
            file.readFully(bytes);
            return new String(bytes, StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank())
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    /** The line that says most about an end: a full disk, else the last that names an error, else the last. */
    public static String lastWords(Path log, long from) {
        List<String> lines = lines(log, from);
        String said = lines.isEmpty() ? "it said nothing" : lines.get(lines.size() - 1);
        for (String line : lines) {
            if (line.contains("FATAL") || line.contains("ERROR") || line.contains("Exception")) {
                said = line;
            }
        }
        for (String line : lines) {
            if (line.contains("No space left on device")) {
                return "the disk is full (" + shortened(line.strip()) + ")";
            }
        }
        return shortened(said.strip());
    }

    /** The last line from that offset on that begins so, without that beginning; the last words when none does. */
    public static String lastAfter(String beginning, Path log, long from) {
        return lines(log, from).stream()
                .filter(line -> line.startsWith(beginning))
                .reduce((earlier, later) -> later)
                .map(line -> line.substring(beginning.length()))
                .orElseGet(() -> lastWords(log, from));
    }

    private static String shortened(String line) {
        return line.length() > LINE_LENGTH ? line.substring(0, LINE_LENGTH) + "…" : line;
    }
}
