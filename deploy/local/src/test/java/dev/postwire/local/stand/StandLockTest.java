package dev.postwire.local.stand;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StandLockTest {
    @TempDir
    Path folder;

    @Test
    void isHeldUntilClosed() {
        Path file = folder.resolve("lock");
        StandLock held = StandLock.tryTake(file).orElseThrow();
        // within one JVM it is an error, between two it is empty
        assertThrows(OverlappingFileLockException.class, () -> StandLock.tryTake(file));
        held.close();
        StandLock again = StandLock.tryTake(file).orElseThrow();
        again.close();
        assertTrue(file.toFile().exists());
    }
}
