package dev.postwire.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LimitsTest {
    private static final int MEBIBYTE = 1024 * 1024;

    @Test
    void theDefaultsAreGood() {
        assertEquals(
                MEBIBYTE,
                new Limits("http://127.0.0.1:8080", MEBIBYTE, 8 * MEBIBYTE, 64L * MEBIBYTE, Duration.ofSeconds(30), 8)
                        .maxPostBytes());
    }

    @ParameterizedTest
    @CsvSource({
        "0, 1000, 1000000, 30, 8, postwire.max-post-size",
        "9000000, 1000, 100000000, 30, 8, postwire.max-post-size",
        "1000, 0, 2000, 30, 8, postwire.max-feed-size",
        "1000, 40000000, 2000, 30, 8, postwire.max-feed-size",
        "1000, 1000, 1999, 30, 8, postwire.in-flight-size",
        "1000, 1000, 2000, 0, 8, postwire.body-patience",
        "1000, 1000, 2000, 601, 8, postwire.body-patience",
        "1000, 1000, 2000, 30, 0, postwire.batches-per-caller"
    })
    void namesTheKeyThatIsOutOfItsBounds(int post, int feed, long inFlight, int seconds, int batches, String key) {
        Exception refused = assertThrows(
                IllegalArgumentException.class,
                () -> new Limits("http://127.0.0.1:8080", post, feed, inFlight, Duration.ofSeconds(seconds), batches));
        assertEquals(key, refused.getMessage().split(" ")[0]);
    }
}
