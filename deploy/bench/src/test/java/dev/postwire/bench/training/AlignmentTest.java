package dev.postwire.bench.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class AlignmentTest {
    @Test
    void tellsPiecesOfTheGoldTextFromOthers() {
        float[] labels = Alignment.labels(
                List.of(
                        "Home Shop About us",
                        "The tree sleeps in winter.",
                        "Cut it then, not later.",
                        "All rights reserved here"),
                "The tree sleeps in winter.\nCut it then, not later.");

        assertArrayEquals(new float[] {0, 1, 1, 0}, labels);
    }

    @Test
    void tellsAHeadingFromTheSameWordsInAMenu() {
        float[] labels = Alignment.labels(
                List.of("Tools", "Prices", "Contact", "It needs care.", "Tools", "A saw and a ladder."),
                "It needs care. Tools A saw and a ladder.");

        assertArrayEquals(new float[] {0, 0, 0, 1, 1, 1}, labels);
    }

    @Test
    void leavesASecondCopyOut() {
        String text = "one two three four five six seven eight nine ten";

        float[] labels = Alignment.labels(List.of(text, text), text);

        assertTrue(labels[0] < 0.5 != labels[1] < 0.5, labels[0] + " " + labels[1]);
    }
}
