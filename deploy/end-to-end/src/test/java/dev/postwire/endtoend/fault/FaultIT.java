package dev.postwire.endtoend.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** The delivery promise under fire. The numbers and the seed are {@link Plan}'s. */
@Tag("soak")
class FaultIT {
    private static final Path ROOT = Path.of(System.getProperty("postwire.root", "../.."))
            .toAbsolutePath()
            .normalize();

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path folder;

    @Test
    void losesDoublesAndReordersNothingWhateverBreaks() throws Exception {
        List<String> wrong = new FaultRun(ROOT, folder, Plan.fromProperties()).run();

        assertEquals(List.of(), wrong.stream().limit(20).toList(), wrong.size() + " things are wrong");
    }
}
