package dev.postwire.enrich.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.postwire.platform.coding.ContentCoding;
import dev.postwire.platform.http.Problem;
import dev.postwire.platform.http.ProblemCode;
import dev.postwire.platform.http.ProblemException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.Supplier;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class PreviewBodiesTest {
    private static final int LARGEST = 8 * 1024 * 1024;
    private static final InputStream UNREADABLE = new InputStream() {
        @Override
        public int read() {
            throw new AssertionError("was to be refused unread");
        }
    };

    private final PreviewBodies bodies = new PreviewBodies(LARGEST, Duration.ofSeconds(30));

    @Test
    void theLargestIsTakenAndWhatIsLargerIsNot() {
        assertEquals(LARGEST, (int) bodies.read(body(LARGEST), LARGEST, ContentCoding.IDENTITY, whole -> whole.length));
        assertEquals(
                ProblemCode.BODY_TOO_LARGE,
                refused(() -> bodies.read(body(LARGEST + 1), -1, ContentCoding.IDENTITY, whole -> 0)));
        assertEquals(0, bodies.taken());
    }

    @Test
    void whatIsDeclaredTooLargeIsRefusedUnread() {
        assertEquals(
                ProblemCode.BODY_TOO_LARGE,
                refused(() -> bodies.read(UNREADABLE, LARGEST + 1, ContentCoding.IDENTITY, whole -> 0)));
    }

    @Test
    void whoFindsNoRoomIsToldToComeBack() {
        bodies.read(body(LARGEST / 2), -1, ContentCoding.IDENTITY, first -> {
            assertEquals(
                    ProblemCode.OVERLOADED,
                    refused(() -> bodies.read(body(LARGEST / 2 + 1), -1, ContentCoding.IDENTITY, whole -> 0)));
            return bodies.read(body(LARGEST / 2), -1, ContentCoding.IDENTITY, second -> {
                Problem full = assertThrows(
                                ProblemException.class,
                                () -> bodies.read(UNREADABLE, -1, ContentCoding.IDENTITY, whole -> 0))
                        .problem();
                assertEquals(ProblemCode.OVERLOADED, full.kind());
                assertTrue(full.retryAfter().toSeconds() >= 1);
                return 0;
            });
        });
        assertEquals(0, bodies.taken());
    }

    @Test
    void smallOnesAreBoundedToo() {
        assertEquals(LARGEST / PreviewBodies.LEAST_BYTES, depth(0));
        assertEquals(0, bodies.taken());
    }

    @Test
    void whatFailsGivesItsRoomBack() {
        assertThrows(
                IllegalStateException.class,
                () -> bodies.read(body(10), -1, ContentCoding.IDENTITY, whole -> {
                    throw new IllegalStateException();
                }));
        assertEquals(0, bodies.taken());
    }

    @Test
    void whatComesTooSlowlyIsGivenUp() {
        PreviewBodies hurried = new PreviewBodies(LARGEST, Duration.ZERO);
        assertEquals(
                ProblemCode.BODY_TIMEOUT,
                refused(() -> hurried.read(body(10), -1, ContentCoding.IDENTITY, whole -> 0)));
    }

    @Test
    void whatIsPackedIsBoundedByWhatComesOut() {
        assertEquals(LARGEST, (int) gzip(packed(LARGEST)));
        assertEquals(ProblemCode.BODY_TOO_LARGE, refused(() -> gzip(packed(LARGEST + 1))));
        assertEquals(0, bodies.taken());
    }

    @Test
    void whatIsPackedAndEndsInTheMiddleIsRefused() {
        byte[] half = Arrays.copyOf(packed(1000), 15);
        assertEquals(ProblemCode.MALFORMED_ENCODING, refused(() -> gzip(half)));
        assertEquals(0, bodies.taken());
    }

    private Integer gzip(byte[] packed) {
        return bodies.read(new ByteArrayInputStream(packed), packed.length, ContentCoding.GZIP, whole -> whole.length);
    }

    private static byte[] packed(int length) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(new byte[length]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    private int depth(int depth) {
        try {
            return bodies.read(body(1), -1, ContentCoding.IDENTITY, whole -> depth(depth + 1));
        } catch (ProblemException e) {
            return depth;
        }
    }

    private static InputStream body(int length) {
        return new ByteArrayInputStream(new byte[length]);
    }

    private static ProblemCode refused(Supplier<Integer> read) {
        return assertThrows(ProblemException.class, read::get).problem().kind();
    }
}
