package dev.postwire.bench.accuracy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class LineRulesTest {
    private static final String PROSE = "this line is long enough to be prose that somebody wrote for readers";

    @Test
    void keepsOnlyLinesOfProse() {
        assertEquals(PROSE, LineRules.longLines("Home\n" + PROSE + "\nAbout"));
    }

    @Test
    void keepsTheHeadingBetweenTwoLinesOfProse() {
        String run = PROSE + " " + PROSE + "\nHeading\n" + PROSE + " " + PROSE;

        assertEquals(run, LineRules.bestRun("Home\n" + run + "\nAbout\nus\n" + PROSE));
    }
}
