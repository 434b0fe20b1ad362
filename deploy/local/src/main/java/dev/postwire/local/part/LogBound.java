package dev.postwire.local.part;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * Keeps a log that a process appends to within bounds: what is there is copied beside it, once, and the log emptied. The
 * process writes on in the same file, so it needs no part in this; a line written during the copy may be lost.
 */
public final class LogBound {
    static final long BYTES = 16L * 1024 * 1024;

    private LogBound() {}

    public static void keep(Path log) {
        keep(log, BYTES);
    }

    static void keep(Path log, long bytes) {
        try {
            if (Files.exists(log) && Files.size(log) > bytes) {
                Files.copy(log, log.resolveSibling(log.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
                try (FileChannel channel = FileChannel.open(log, StandardOpenOption.WRITE)) {
                    channel.truncate(0);
                }
            }
        } catch (IOException e) {
            // tried again at the next look; a log must not stop a part
        }
    }
}
