package dev.postwire.local.erase;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NeedlesTest {
    private static final byte[] POST =
            ("A letter of some length about nothing in particular, so that pieces of it can be"
                            + " taken here and there, each of which stands for the whole.")
                    .getBytes(UTF_8);

    @TempDir
    Path folder;

    private final Needles needles = new Needles();

    @BeforeEach
    void take() {
        needles.take(POST);
    }

    @Test
    void findsAPieceInTheMidstOfOtherBytes() throws Exception {
        ByteArrayOutputStream other = new ByteArrayOutputStream();
        byte[] noise = new byte[5_000];
        new Random(3).nextBytes(noise);
        other.write(noise);
        assertTrue(needles.find(other.toByteArray()).isEmpty());

        other.write(POST, 20, 60);
        other.write(noise);

        assertTrue(needles.find(other.toByteArray()).size() > 3);
    }

    @Test
    void leavesOutWhatIsMonotonousOrTooShort() {
        Needles none = new Needles();
        none.take("----------------------------------------------------------------".getBytes(UTF_8));
        none.take("short".getBytes(UTF_8));

        assertEquals(0, none.size());
    }

    @Test
    void dropsWhatOthersHoldToo() {
        byte[] quote = new String(POST, UTF_8).substring(10, 80).getBytes(UTF_8);
        int before = needles.size();

        needles.drop(needles.find(quote));

        assertTrue(needles.size() < before && needles.size() > 0);
        assertTrue(needles.find(quote).isEmpty());
        assertTrue(needles.find(POST).size() > 0);
    }

    @Test
    void findsAPieceThatLiesAcrossTwoReadsOfAFile() throws Exception {
        byte[] file = new byte[(1 << 20) + 500];
        System.arraycopy(POST, 0, file, (1 << 20) - 40, POST.length);
        Files.createDirectories(folder.resolve("a/b"));
        Files.write(folder.resolve("a/b/segment"), file);
        Files.write(folder.resolve("a/other"), new byte[3_000_000]);

        assertEquals(Set.of("a/b/segment"), new DataFiles(folder).holding(needles));
    }
}
