package dev.postwire.enrich.language;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LanguageCourseTest {
    private static final Map<String, String> SENTENCES = Map.of(
            "en", "we walked along the river and looked at the old boats before it rained again",
            "de", "wir gingen den Fluss entlang und sahen die alten Boote bevor es wieder regnete",
            "ru", "мы шли вдоль реки и смотрели на старые лодки пока снова не пошёл дождь",
            "ja", "川に沿って歩いて古い船を見た");

    @TempDir
    Path folder;

    @Test
    void theSameCorpusTeachesTheSame() throws IOException {
        Corpus corpus = corpus();

        assertArrayEquals(model(corpus), model(corpus));
    }

    @Test
    void tellsApartWhatItWasTaught() throws IOException {
        Learner learner = course(corpus(), Script.LATIN).learned();
        float[] sums = learner.sums(Ngrams.rows(List.of("die", "alten", "boote"), learner.bits, 4_000));

        assertEquals(List.of("de", "en"), learner.languages);
        assertTrue(sums[0] > sums[1]);
    }

    @Test
    void holdsBackOneSourceAtATime() throws IOException {
        Corpus corpus = corpus();

        List<Trial> trials = course(corpus, Script.LATIN).crossValidated();
        Calibration calibration = Calibration.of(trials);

        assertEquals(List.of("de", "en"), corpus.without("chrome").of(Script.LATIN));
        assertTrue(calibration.loss(trials) <= Calibration.NONE.loss(trials));
    }

    @Test
    void countsLatinLettersForNothingWhereALanguageHasItsOwn() throws IOException {
        Files.writeString(folder.resolve("words.ru"), "Kafka Docker\n" + (SENTENCES.get("ru") + "\n").repeat(8));

        assertEquals(List.of(), Corpus.read(folder).of(Script.LATIN));
    }

    private Corpus corpus() throws IOException {
        for (Map.Entry<String, String> sentence : SENTENCES.entrySet()) {
            List<String> words = new ArrayList<>(List.of(sentence.getValue().split(" ")));
            Random random = new Random(3);
            for (String source : List.of("chrome", "shared", "words")) {
                List<String> lines = new ArrayList<>();
                for (int i = 0; i < 20; i++) {
                    Collections.shuffle(words, random);
                    lines.add(String.join(" ", words));
                }
                Files.write(folder.resolve(source + "." + sentence.getKey()), lines);
            }
        }
        return Corpus.read(folder);
    }

    private static LanguageCourse course(Corpus corpus, Script script) {
        return new LanguageCourse(corpus, script, List.of("kafka", "docker"), 12, 2_000);
    }

    private static byte[] model(Corpus corpus) throws IOException {
        Learner learner = course(corpus, Script.LATIN).learned();
        Map<Script, Calibration> calibrations = Map.of(Script.LATIN, Calibration.NONE, Script.HAN, Calibration.NONE);
        return ModelWriter.bytes(IdeographStatistics.of(corpus), Map.of(Script.LATIN, learner), calibrations);
    }
}
