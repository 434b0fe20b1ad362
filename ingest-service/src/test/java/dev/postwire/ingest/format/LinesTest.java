package dev.postwire.ingest.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinesTest {
    @Test
    void countsBlankLinesAndPassesThemOver() throws IOException {
        assertEquals(List.of("2:a", "5:b"), read("\na\n \t\r\n\r\nb\n\n", 10));
    }

    @Test
    void takesEitherEndOfALineAndNoneAtTheLast() throws IOException {
        assertEquals(List.of("1:a", "2:b", "3:c\rd", "4:e"), read("a\nb\r\nc\rd\ne", 10));
    }

    @Test
    void hasNoLineInAnEmptyStream() throws IOException {
        assertEquals(List.of(), read("", 10));
    }

    @Test
    void tellsALineThatIsTooLongAndGoesOn() throws IOException {
        assertEquals(List.of("1:1234", "2 too long", "3:1234", "4 too long"), read("1234\n12345\n1234\r\n12345\r", 4));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 65_536})
    void findsTheSameLinesHoweverTheBytesArrive(int most) throws IOException {
        StringBuilder text = new StringBuilder();
        List<String> expected = new ArrayList<>();
        Random random = new Random(4);
        for (int line = 1; line <= 500; line++) {
            int length = random.nextInt(line % 50 == 0 ? 60_000 : 100);
            text.append("x".repeat(length)).append(random.nextBoolean() ? "\n" : "\r\n");
            if (length > 1000) expected.add(line + " too long");
            else if (length > 0) expected.add(line + ":" + "x".repeat(length));
        }
        InputStream drops = new ByteArrayInputStream(text.toString().getBytes(StandardCharsets.US_ASCII)) {
            @Override
            public synchronized int read(byte[] into, int offset, int length) {
                return super.read(into, offset, Math.min(length, 1 + random.nextInt(most)));
            }
        };
        assertTrue(expected.equals(read(new Lines(drops, 1000))));
    }

    @Test
    void givesUpALineThatDoesNotEnd() throws IOException {
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                return 'x';
            }
        };
        Lines.Line line = new Lines(endless, 1000).next().orElseThrow();
        assertTrue(line instanceof Lines.Line.TooLong longer && longer.endless());
    }

    @Test
    void givesUpBlankLinesThatDoNotEnd() throws IOException {
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                return '\n';
            }
        };
        Lines.Line line = new Lines(endless, 1000).next().orElseThrow();
        assertTrue(line instanceof Lines.Line.TooLong longer && longer.endless());
    }

    @Test
    void looksForNoFurtherLineWhereNoneIsWanted() throws IOException {
        int[] asked = {0};
        InputStream blanks = new InputStream() {
            @Override
            public int read() {
                return ' ';
            }

            @Override
            public int read(byte[] into, int offset, int length) {
                assertTrue(asked[0] <= 3, "read on though nobody wants it");
                java.util.Arrays.fill(into, offset, offset + length, (byte) '\n');
                return length;
            }
        };
        assertTrue(new Lines(blanks, 1_000_000, () -> ++asked[0] <= 3).next().isEmpty());
    }

    @Test
    void handsOutALineBeforeTheNextHasArrived() throws IOException {
        InputStream stops = new ByteArrayInputStream("first\n".getBytes(StandardCharsets.US_ASCII)) {
            @Override
            public synchronized int read(byte[] into, int offset, int length) {
                int count = super.read(into, offset, length);
                assertTrue(count > 0, "asked for more than there was need of");
                return count;
            }
        };
        assertEquals(1, new Lines(stops, 10).next().orElseThrow().number());
    }

    private static List<String> read(String text, int longest) throws IOException {
        return read(new Lines(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), longest));
    }

    private static List<String> read(Lines lines) throws IOException {
        List<String> read = new ArrayList<>();
        for (var line = lines.next(); line.isPresent(); line = lines.next()) {
            read.add(
                    line.get() instanceof Lines.Line.Whole whole
                            ? whole.number() + ":" + new String(whole.bytes(), StandardCharsets.UTF_8)
                            : line.get().number() + " too long");
        }
        return read;
    }
}
