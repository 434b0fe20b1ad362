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

    /** The last lines, oldest first; empty when there is no log. */
    public static List<String> lines(Path log) {
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            long start = Math.max(0, file.length() - BYTES);
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

    /** The line that says most about an end: the last one that names an error, else the last one. */
    public static String lastLine(Path log) {
        List<String> lines = lines(log);
        String said = "nothing in " + log;
        for (String line : lines) {
            said = line;
        }
        for (String line : lines) {
            if (line.contains("FATAL") || line.contains("ERROR") || line.contains("Exception")) {
                said = line;
            }
        }
        return said.length() > LINE_LENGTH ? said.substring(0, LINE_LENGTH) + "…" : said;
    }

    /** Whether the part ran out of disk. */
    public static boolean saysDiskFull(Path log) {
        return lines(log).stream().anyMatch(line -> line.contains("No space left on device"));
    }
}
