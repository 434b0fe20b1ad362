package dev.postwire.enrich.metadata;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LenientJsonTest {
    private static LenientJson.Values read(String text) {
        return LenientJson.read(text, Set.of("a", "b"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\":\"x\"}",
                "//<![CDATA[\n{\"a\":\"x\"}\n//]]>",
                "<!-- {\"a\":\"x\"} -->",
                "/* of ours */ {\"a\":\"x\",}; ",
                "{'a':'x'}",
                "{a:\"x\"}",
                "{\"c\":[{\"a\":1}],\"a\":\"x\"}",
                "{&quot;a&quot;:&quot;x&quot;}"
            })
    void readsWhatPagesWrite(String text) {
        assertEquals("x", read(text).values().get(0).path("a").asText());
    }

    @Test
    void keepsLineEndsInText() {
        assertEquals("x\ny", read("{\"a\":\"x\ny\"}").values().get(0).path("a").asText());
    }

    @Test
    void readsSeveralValuesInARow() {
        assertEquals(2, read("{\"a\":1}\n{\"a\":2}").values().size());
    }

    @Test
    void keepsWhatStandsBeforeAFault() {
        LenientJson.Values values = read("{\"a\":\"x\",\"b\":{\"a\":\"y\",\"b\":\"cut off");

        assertFalse(values.sound());
        assertEquals("x", values.values().get(0).path("a").asText());
        assertEquals("y", values.values().get(0).path("b").path("a").asText());
    }

    @Test
    void endsWithNestingWithoutEnd() {
        assertFalse(read("[".repeat(100_000) + "]").sound());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\":\"say \"x\" now\",\"b\":\"y\"}",
                "{\"a\":\"say \\\"x\" now\" \"b\":\"y\"}",
                "{\"a\":\"say \"x\" now\"\n \"b\":\"y\"}"
            })
    void mendsQuotesAndMissingCommas(String text) {
        LenientJson.Values values = read(text);

        assertEquals("say \"x\" now", values.values().get(0).path("a").asText());
        assertEquals("y", values.values().get(0).path("b").asText());
    }
}
