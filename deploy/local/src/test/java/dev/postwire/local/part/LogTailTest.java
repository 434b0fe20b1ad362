package dev.postwire.local.part;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogTailTest {
    @TempDir
    Path folder;

    @Test
    void prefersAnErrorToTheLastLineAndAFullDiskToBoth() throws IOException {
        assertEquals("it said nothing", LogTail.lastWords(log(""), 0));
        assertEquals("b", LogTail.lastWords(log("a\nb\n\n"), 0));
        assertEquals("FATAL: a", LogTail.lastWords(log("FATAL: a\nb\n"), 0));
        assertEquals(
                "the disk is full (w: No space left on device)",
                LogTail.lastWords(log("w: No space left on device\nERROR b\n"), 0));
    }

    @Test
    void forgetsWhatAnEarlierProcessSaid() throws IOException {
        String earlier = "No space left on device\n";

        assertEquals("now", LogTail.lastWords(log(earlier + "now\n"), earlier.length()));
    }

    @Test
    void findsTheLastLineThatBeginsSo() throws IOException {
        Path log = log("x: one\nx: two\nstopped\n");

        assertEquals("two", LogTail.lastAfter("x: ", log, 0));
        assertEquals("stopped", LogTail.lastAfter("y: ", log, 0));
    }

    @Test
    void movesALogThatIsTooLongAsideAndEmptiesIt() throws IOException {
        Path log = log("0123456789");

        LogBound.keep(log, 10);
        assertFalse(Files.exists(folder.resolve("part.log.1")));
        LogBound.keep(log, 9);

        assertEquals("", Files.readString(log));
        assertEquals("0123456789", Files.readString(folder.resolve("part.log.1")));
    }

    private Path log(String text) throws IOException {
        return Files.writeString(folder.resolve("part.log"), text);
    }
}
