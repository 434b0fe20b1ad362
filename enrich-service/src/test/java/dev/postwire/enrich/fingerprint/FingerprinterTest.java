package dev.postwire.enrich.fingerprint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class FingerprinterTest {
    private static final String STORY =
            "The ferry left the harbour at dawn with forty people, a piano and two dogs on board. "
                    + "Nobody had told the captain about the piano. It stood on the upper deck, under a blue sheet, and played a few notes "
                    + "by itself whenever the ship leaned to one side. The dogs did not mind. By noon the wind had turned, and the people "
                    + "came out to watch the islands go by, one after the other, each with its own small lighthouse and its own weather.";

    private final Fingerprinter fingerprinter = new Fingerprinter();

    @Test
    void countsWordsOfAllScripts() {
        assertEquals(6, fingerprinter.fingerprint("It's 3 words: 日本").words());
        assertEquals(4, fingerprinter.fingerprint("カナ 𠀋𝒳x").words());
        assertEquals(0, fingerprinter.fingerprint(" … ").words());
    }

    @Test
    void isCloseForNearlyTheSameAndFarForAnother() {
        String edited = STORY.replace("forty people", "forty-one people").replace("blue sheet", "grey sheet");
        String other =
                "Installing the package needs a compiler and a little patience. Unpack it, read the notes, run the tests "
                        + "and write down what failed. Then change one line and run them again, as often as it takes to be sure of it.";

        assertTrue(distance(STORY, edited) <= 12, "near " + distance(STORY, edited));
        assertTrue(distance(STORY, other) >= 20, "far " + distance(STORY, other));
    }

    @Test
    void neverChanges() {
        assertEquals(
                "d50d2fa3e61396ac",
                fingerprinter.fingerprint(STORY).fingerprint().simhash());
    }

    private int distance(String one, String other) {
        return Long.bitCount(simhash(one) ^ simhash(other));
    }

    private long simhash(String text) {
        return Long.parseUnsignedLong(
                fingerprinter.fingerprint(text).fingerprint().simhash(), 16);
    }
}
