package dev.postwire.local.imports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class LineReaderTest {
    @Test
    void countsBlankLinesAndKeepsNoMoreThanItMay() throws IOException {
        String text = "one\n\r\n" + "x".repeat(200_000) + "\nlast";
        LineReader reader = new LineReader(new ByteArrayInputStream(text.getBytes(UTF_8)), 100);

        LineReader.Line one = reader.next();
        LineReader.Line blank = reader.next();
        LineReader.Line longer = reader.next();
        LineReader.Line last = reader.next();

        assertEquals("one", new String(one.bytes(), UTF_8));
        assertTrue(blank.isBlank());
        assertFalse(longer.whole());
        assertEquals(4, last.number());
        assertEquals("last", new String(last.bytes(), UTF_8));
        assertNull(reader.next());
    }
}
