package dev.postwire.enrich;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.postwire.enrich.post.Outcome;
import dev.postwire.enrich.post.Reason;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

class WordlessFaultTest {
    private static final String WORDS = "my neighbour's secret";

    @Test
    void tellsClassesAndPlacesWithoutAWord() {
        RuntimeException failure = new IllegalStateException(WORDS, new IllegalArgumentException(WORDS));
        failure.addSuppressed(new RuntimeException(WORDS));

        String told = printed(WordlessFault.of(failure));

        assertFalse(told.contains(WORDS), told);
        assertTrue(told.startsWith("java.lang.IllegalStateException"), told);
        assertTrue(told.contains("Caused by: java.lang.IllegalArgumentException"), told);
        assertTrue(told.contains("WordlessFaultTest.tellsClassesAndPlacesWithoutAWord"), told);
    }

    @Test
    void endsWhereCausesGoRound() {
        RuntimeException one = new RuntimeException(WORDS);
        one.initCause(new RuntimeException(WORDS, one));

        assertFalse(printed(WordlessFault.of(one)).contains(WORDS));
    }

    /** Without an extractor it fails on every post, with a message of its own. */
    @Test
    void isWhatTheLogHasOfAPostTheEnricherFailsOn() {
        List<LogRecord> log = new ArrayList<>();
        Handler handler = new Handler() {
            @Override
            public void publish(LogRecord record) {
                log.add(record);
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        Logger logger = Logger.getLogger(Enricher.class.getName());
        logger.addHandler(handler);
        try {
            Outcome outcome = new Enricher(null).enrich(RawPosts.of("text/plain", WORDS));

            assertEquals(
                    Reason.ENRICHER_FAULT,
                    assertInstanceOf(Outcome.Rejected.class, outcome).reason());
        } finally {
            logger.removeHandler(handler);
        }
        assertEquals(1, log.size());
        assertEquals("java.lang.NullPointerException", log.get(0).getThrown().toString());
    }

    private static String printed(Throwable failure) {
        StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text, true));
        return text.toString();
    }
}
