package dev.postwire.bench.accuracy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.postwire.bench.Wcxb;
import dev.postwire.bench.contender.Answer;
import dev.postwire.bench.contender.Contender;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class PageAccuracyTest {
    @Test
    void tellsByTypeWhatEachContenderFound() {
        PageAccuracy accuracy =
                new PageAccuracy(List.of(new Fake("good", page -> page), new Fake("half", page -> "one")));

        accuracy.add(page("1", "article", "one two three"));
        accuracy.add(page("2", "forum", "one"));
        accuracy.add(page("3", "article", "one"));

        assertTrue(accuracy.markdown().startsWith("""
                                Word F1, means over pages:

                                |   | all (3) | article (2) | forum (1) | failed |
                                | --- | --- | --- | --- | --- |
                                | good | 1.000 | 1.000 | 1.000 | 0 |
                                | half | .833 | .750 | 1.000 | 0 |
                                """), accuracy.markdown());
    }

    @Test
    void countsAPageAContenderFailsOnAsFoundEmpty() {
        PageAccuracy accuracy = new PageAccuracy(List.of(new Fake("brittle", page -> {
            throw new IllegalStateException("no");
        })));

        accuracy.add(page("1", "article", "one"));

        assertTrue(accuracy.markdown().contains("| brittle | .000 | .000 | 1 |"), accuracy.markdown());
    }

    @Test
    void comparesMetadataByItsWordsAndTheDay() {
        Wcxb.Page page =
                new Wcxb.Page("1", "", "article", "“Hello” – World", "Ada B. & Bob", "2025-01-02", "x", new byte[0]);
        Answer answer = new Answer("x", "hello, world!", List.of("Bob", "Ada B"), "2025-01-02T23:00:00+02:00");

        for (Exactness field : Exactness.values()) assertTrue(field.isRight(answer, page), field.name());
    }

    @Test
    void saysNothingOfWhatAContenderDoesNotLookFor() {
        PageAccuracy accuracy = new PageAccuracy(List.of(new Fake("texts only", page -> page)));

        accuracy.add(page("1", "article", "one"));

        assertEquals(
                "| texts only | – | – | – |",
                accuracy.markdown().lines().reduce((first, last) -> last).orElseThrow());
    }

    private static Wcxb.Page page(String id, String type, String text) {
        return new Wcxb.Page(id, "", type, "T", "A", "2025-01-02", text, text.getBytes(StandardCharsets.UTF_8));
    }

    private record Fake(String name, UnaryOperator<String> reader) implements Contender {
        @Override
        public Answer read(String url, byte[] html) {
            return new Answer(reader.apply(new String(html, StandardCharsets.UTF_8)), "", List.of(), "");
        }
    }
}
