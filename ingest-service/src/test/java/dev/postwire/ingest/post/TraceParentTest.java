package dev.postwire.ingest.post;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TraceParentTest {
    private static final String GOOD = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
    private static final String FORM = "00-[0-9a-f]{32}-[0-9a-f]{16}-01";

    @Test
    void carriesOnTheCallersTrace() {
        assertEquals(GOOD, TraceParent.of(GOOD).orElseThrow().value());
    }

    @Test
    void takesFromALaterVersionWhatItKnows() {
        assertEquals(
                GOOD,
                TraceParent.of("01" + GOOD.substring(2) + "-what-ever")
                        .orElseThrow()
                        .value());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "00",
                "ff-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
                "00-00000000000000000000000000000000-b7ad6b7169203331-01",
                "00-0af7651916cd43dd8448eb211c80319c-0000000000000000-01",
                "00-0AF7651916CD43DD8448EB211C80319C-b7ad6b7169203331-01",
                "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01-more",
                "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-1\n"
            })
    void beginsATraceWhereTheHeaderIsMalformed(String header) {
        assertTrue(TraceParent.of(header).isEmpty());
        assertTrue(TraceParent.begun().value().matches(FORM));
    }

    @Test
    void everyTraceIsItsOwn() {
        assertNotEquals(TraceParent.begun(), TraceParent.begun());
    }
}
