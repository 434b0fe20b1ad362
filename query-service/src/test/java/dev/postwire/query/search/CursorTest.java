package dev.postwire.query.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {
    private final Cursor cursor = new Cursor(Float.floatToIntBits(0.25f), 1_700_000_000_000_000L, "größe~1");

    @Test
    void comesBackAsItWasWritten() throws Exception {
        assertEquals(cursor, Cursor.read(cursor.write("query"), "query"));
    }

    @Test
    void isRefusedByAnotherQuery() {
        String written = cursor.write("query");

        assertThrows(MalformedQuery.class, () -> Cursor.read(written, "other"));
    }

    @Test
    void isRefusedWhereAnyBitOfItIsChanged() {
        byte[] whole = Base64.getUrlDecoder().decode(cursor.write("query"));
        for (int bit = 0; bit < whole.length * 8; bit++) {
            byte[] changed = whole.clone();
            changed[bit / 8] ^= (byte) (1 << (bit % 8));
            String text = Base64.getUrlEncoder().withoutPadding().encodeToString(changed);

            assertThrows(MalformedQuery.class, () -> Cursor.read(text, "query"));
        }
    }

    @Test
    void isRefusedWhereItIsMadeUpToLeadOutOfTime() {
        String far = new Cursor(0, Long.MAX_VALUE, "p").write("query");

        assertThrows(MalformedQuery.class, () -> Cursor.read(far, "query"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "%", "AAAA", "🚢", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "a b"})
    void isRefusedWhereItIsNone(String text) {
        assertThrows(MalformedQuery.class, () -> Cursor.read(text, "query"));
    }
}
