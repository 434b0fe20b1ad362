package dev.postwire.query.revision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.postwire.query.revision.TextDifference.By;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TextDifferenceTest {
    @Test
    void namesTheWordsThatChangedAndWhere() {
        TextDifference difference =
                TextDifference.between("Tea at four, with cake.", "Tea at five o'clock, with cake.");

        assertEquals(By.word, difference.by());
        assertEquals(List.of(new Edit(7, "four", "five o'clock")), difference.edits());
    }

    @Test
    void tellsWhatWasPutInAndWhatWasTakenOut() {
        assertEquals(
                List.of(new Edit(3, "", " green")),
                TextDifference.between("Tea", "Tea green").edits());
        assertEquals(
                List.of(new Edit(3, " green", "")),
                TextDifference.between("Tea green", "Tea").edits());
        assertEquals(List.of(), TextDifference.between("Tea", "Tea").edits());
        assertEquals(
                List.of(new Edit(0, "", "Tea")),
                TextDifference.between("", "Tea").edits());
    }

    @Test
    void countsCodePointsAndComparesIdeographsOneByOne() {
        TextDifference difference = TextDifference.between("😀 東京で会う", "😀 京都で会う");

        assertEquals("京都で会う", "😀 京都で会う".substring("😀 ".length()));
        assertEquals(2, difference.edits().get(0).start());
        assertEquals("東", difference.edits().get(0).removed());
    }

    @Test
    void leadsFromAnyTextToAnyOther() {
        Random random = new Random(11);
        for (int i = 0; i < 2_000; i++) {
            String older = text(random, random.nextInt(40));
            String newer = text(random, random.nextInt(40));

            TextDifference difference = TextDifference.between(older, newer);

            assertEquals(newer, applied(older, difference.edits()), older + " -> " + newer);
        }
    }

    @Test
    void goesOverToLinesAndThenToTheWholeWhereMuchDiffers() {
        Random random = new Random(3);
        String older = lines(random, 400);
        String newer = older.replaceFirst("\n", "\n" + "tea cup ".repeat(2_000) + "\n");
        assertEquals(By.line, TextDifference.between(older, newer).by());

        TextDifference whole = TextDifference.between(lines(random, 3_000), lines(random, 3_000));
        assertEquals(By.whole, whole.by());
        assertEquals(1, whole.edits().size());
        assertTrue(whole.edits().get(0).added().length() < 3_000);
    }

    @Test
    void takesABoundedTimeForHugeTextsThatHaveNothingInCommon() {
        Random random = new Random(5);
        String older = text(random, 300_000);
        String newer = text(random, 300_000);

        assertTimeout(Duration.ofSeconds(10), () -> TextDifference.between(older, newer));
    }

    @Test
    void leavesOutEditsBeyondTheBound() {
        StringBuilder older = new StringBuilder();
        StringBuilder newer = new StringBuilder();
        for (int i = 0; i < 250; i++) {
            older.append("same words here ").append(i).append("a. ");
            newer.append("same words here ").append(i).append("b. ");
        }

        TextDifference difference = TextDifference.between(older.toString(), newer.toString());

        assertEquals(TextDifference.MOST_EDITS, difference.edits().size());
        assertEquals(50, difference.more());
    }

    private static String applied(String older, List<Edit> edits) {
        StringBuilder text = new StringBuilder(older);
        // Places are of the newer text, so from the front every edit before has been made.
        for (Edit edit : edits) {
            int start = text.offsetByCodePoints(0, edit.start());
            assertEquals(
                    edit.removed(), text.substring(start, start + edit.removed().length()));
            text.replace(start, start + edit.removed().length(), edit.added());
        }
        return text.toString();
    }

    private static String text(Random random, int words) {
        List<String> some = List.of("tea", "cup", "four", "😀", "東", "at", ",", ".", "o'clock");
        List<String> text = new ArrayList<>();
        for (int i = 0; i < words; i++) text.add(some.get(random.nextInt(some.size())));
        return String.join(random.nextBoolean() ? " " : "\n", text);
    }

    private static String lines(Random random, int count) {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < count; i++) lines.append(random.nextLong()).append(" line\n");
        return lines.toString();
    }
}
