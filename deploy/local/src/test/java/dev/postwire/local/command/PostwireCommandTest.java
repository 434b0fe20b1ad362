package dev.postwire.local.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class PostwireCommandTest {
    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... arguments) {
        CommandLine command = PostwireCommand.commandLine();
        command.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        return command.execute(arguments);
    }

    @Test
    void answersWrongUsageWithTwo() {
        assertEquals(2, run("upp"));
        assertTrue(err.toString().contains("upp"));
    }

    @Test
    void answersStatusOfNothingWithThree() {
        assertEquals(3, run("status", "--json", "--data", folder.toString()));
        assertTrue(out.toString().contains("\"up\" : false"));
    }

    @Test
    void findsNothingToStop() {
        assertEquals(0, run("down", "--data", folder.toString()));
        assertTrue(out.toString().startsWith("not up"));
    }

    @Test
    void tellsAWrongPortInOneLine() {
        assertEquals(1, run("up", "--data", folder.toString(), "--port", "kafka=0"));
        assertEquals("postwire: the port of kafka must be a number from 1 to 65535, not '0'\n", err.toString());
    }
}
