package dev.postwire.query.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.postwire.query.index.Passages.Mark;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class PassagesTest {
    private static final String FILLING = "and then there was nothing to see for a while ";

    /** Where no passage holds all three, and what stands around the third is in the passage of the first two. */
    @Test
    void saysNothingTwice() {
        String text =
                FILLING.repeat(3) + "ferry " + FILLING.repeat(3) + "ferry " + FILLING + "ferry " + FILLING.repeat(3);

        List<String> passages = new Passages(text, marks(text)).best();

        assertEquals(1, passages.size(), passages.toString());
        String plain =
                passages.get(0).replace("<mark>", "").replace("</mark>", "").replace("…", "");
        assertTrue(text.contains(plain), plain);
        assertEquals(3, plain.split("ferry", -1).length - 1);
    }

    @Test
    void keepsApartWhatIsFarApart() {
        String text = FILLING.repeat(3) + "ferry " + FILLING.repeat(12) + "ferry " + FILLING.repeat(3);

        List<String> passages = new Passages(text, marks(text)).best();

        assertEquals(2, passages.size(), passages.toString());
        passages.forEach(passage -> assertTrue(passage.startsWith("…") && passage.endsWith("…"), passage));
    }

    private static List<Mark> marks(String text) {
        List<Mark> marks = new ArrayList<>();
        Pattern.compile("ferry")
                .matcher(text)
                .results()
                .forEach(one -> marks.add(new Mark(one.start(), one.end(), "ferry")));
        return marks;
    }
}
