package dev.postwire.platform.coding;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContentCodingTest {
    @ParameterizedTest
    @EnumSource(
            value = ContentCoding.class,
            names = {"GZIP", "ZSTD"})
    void unpacksWhatComesByteByByteInSeveralMembers(ContentCoding coding) throws IOException {
        byte[] first = text(70_000);
        byte[] second = text(10);
        byte[] packed = join(pack(coding, first), pack(coding, second));
        InputStream drops = new ByteArrayInputStream(packed) {
            @Override
            public synchronized int read(byte[] into, int offset, int length) {
                return super.read(into, offset, Math.min(length, 1));
            }

            @Override
            public synchronized int available() {
                return 0;
            }
        };
        assertArrayEquals(join(first, second), coding.unpack(drops).readAllBytes());
    }

    @ParameterizedTest
    @EnumSource(
            value = ContentCoding.class,
            names = {"GZIP", "ZSTD"})
    void tellsAStreamThatEndsInTheMiddleWhereverItDoes(ContentCoding coding) throws IOException {
        byte[] packed = pack(coding, text(300));
        for (int length = 1; length < packed.length; length++) {
            byte[] cut = Arrays.copyOf(packed, length);
            assertThrows(BrokenCodingException.class, () -> coding.unpack(cut, 1000), "cut at " + length);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = ContentCoding.class,
            names = {"GZIP", "ZSTD"})
    void tellsASecondMemberThatEndsInTheMiddle(ContentCoding coding) throws IOException {
        byte[] packed = join(pack(coding, text(300)), pack(coding, text(300)));
        int first = packed.length / 2;
        assertEquals(300, coding.unpack(Arrays.copyOf(packed, first), 1000).orElseThrow().length);
        for (int length = first + 1; length < packed.length; length++) {
            byte[] cut = Arrays.copyOf(packed, length);
            assertThrows(BrokenCodingException.class, () -> coding.unpack(cut, 1000), "cut at " + length);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = ContentCoding.class,
            names = {"GZIP", "ZSTD"})
    void neverTakesRandomBytesForAStreamAndNeverFailsOtherwise(ContentCoding coding) throws IOException {
        Random random = new Random(7);
        byte[] packed = pack(coding, text(2_000));
        for (int trial = 0; trial < 2_000; trial++) {
            byte[] broken = packed.clone();
            for (int i = 0; i <= trial % 3; i++) broken[random.nextInt(broken.length)] = (byte) random.nextInt();
            try {
                coding.unpack(broken, 100_000);
            } catch (BrokenCodingException e) {
                assertTrue(e.getMessage().startsWith("is ") || e.getMessage().startsWith("goes on "));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = ContentCoding.class,
            names = {"GZIP", "ZSTD"})
    void givesUpABombAtItsBound(ContentCoding coding) throws IOException {
        byte[] bomb = pack(coding, new byte[50_000_000]);
        assertTrue(bomb.length < 100_000);
        assertEquals(Optional.empty(), coding.unpack(bomb, 1_000_000));
        assertEquals(1000, coding.unpack(pack(coding, new byte[1000]), 1000).orElseThrow().length);
        assertEquals(Optional.empty(), coding.unpack(pack(coding, new byte[1001]), 1000));
    }

    @Test
    void refusesWhatFollowsAGzipStream() throws IOException {
        byte[] packed = join(pack(ContentCoding.GZIP, text(10)), new byte[] {'x', 'y', 'z', 0});
        Exception refused = assertThrows(BrokenCodingException.class, () -> ContentCoding.GZIP.unpack(packed, 1000));
        assertEquals("goes on after its gzip stream has ended", refused.getMessage());
    }

    @Test
    void refusesAZstandardStreamThatAsksForMoreMemoryThanHttpAllows() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (ZstdOutputStream out = new ZstdOutputStream(packed)) {
            out.setLong(27);
            out.write(text(100));
        }
        assertThrows(BrokenCodingException.class, () -> ContentCoding.ZSTD.unpack(packed.toByteArray(), 1000));
    }

    @Test
    void knowsItsNames() {
        assertEquals(Optional.of(ContentCoding.GZIP), ContentCoding.of("x-gzip"));
        assertEquals(Optional.of(ContentCoding.ZSTD), ContentCoding.of(" ZSTD "));
        assertEquals(Optional.of(ContentCoding.IDENTITY), ContentCoding.of(""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"br", "deflate", "gzip, gzip", "gzip,zstd", "identity, gzip", "compress", "*", "gzip;q=1"})
    void knowsNoOther(String header) {
        assertEquals(Optional.empty(), ContentCoding.of(header));
    }

    private static byte[] pack(ContentCoding coding, byte[] text) throws IOException {
        if (coding == ContentCoding.ZSTD) return Zstd.compress(text);
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(text);
        }
        return packed.toByteArray();
    }

    private static byte[] text(int length) {
        Random random = new Random(length);
        byte[] text = new byte[length];
        for (int i = 0; i < length; i++) text[i] = (byte) ('a' + random.nextInt(20));
        return text;
    }

    private static byte[] join(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}
