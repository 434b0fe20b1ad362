package dev.postwire.enrich.vocabulary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.postwire.enrich.word.PostWords;
import dev.postwire.enrich.word.Stems;
import dev.postwire.enrich.word.Words;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MentionsTest {
    private static final Vocabulary VOCABULARY = Vocabulary.builtIn();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | PyCon UK follows PyCon. | PyCon UK=pycon-uk, PyCon=pycon",
                "en | C++, C# and .NET, they say | C++=c++, C#=c#, .NET=.net",
                "en | Two conferences on machine-learning | conferences=conference, machine-learning=machine-learning",
                "en | From Montreal to Zürich | Montreal=montreal, Zürich=zurich",
                "en | Google, plus C, 17, a C-17 and Washington, DC, in Data. Science, C++17 | Google=google, Washington, DC=washington-dc, Data=data, Science=science, C++17=c++",
                "ko | Django\uC640 Flask\uB97C | Django=django, Flask=flask",
                "de | Meine Reisen nach Wien | Reisen=travel, Wien=vienna",
                "fi | Paljon elokuvista | elokuvista=movies",
                "zh | 我喜欢机器学习和数据库。 | 机器学习=machine-learning, 数据库=database",
                "ja | 東京でプログラミングをする | 東京=tokyo, プログラミング=programming",
            })
    void findsLabelsOfThePostsLanguageInTheirForms(String language, String text, String expected) {
        PostWords post = post("", text, language);

        String found = VOCABULARY.mentions(post).stream()
                .filter(m -> m.gate() >= 0.5)
                .map(m -> post.text().written(m.first(), m.last())
                        + '='
                        + m.concept().slug())
                .collect(Collectors.joining(", "));

        assertEquals(expected, found);
    }

    @Test
    void tellsWhereAndHowALabelStands() {
        List<Mention> mentions = VOCABULARY.mentions(post("Notes on k8s", "Some say kubernetes.", "en"));

        assertEquals(
                List.of(true, false), mentions.stream().map(Mention::inTitle).toList());
        assertEquals(List.of(2, 2), mentions.stream().map(Mention::first).toList());
        assertEquals(
                List.of(false, true), mentions.stream().map(Mention::preferred).toList());
        assertEquals(
                List.of(true, false), mentions.stream().map(Mention::exactCase).toList());
    }

    @Test
    void takesLittleOfCode() {
        PostWords plain = post("", "The work of design", "en");
        BitSet code = new BitSet();
        code.set(0, 4);
        PostWords block = new PostWords(
                Optional.empty(),
                "en",
                plain.title(),
                plain.text(),
                plain.stems(),
                new BitSet(),
                new BitSet(),
                code,
                Set.of());

        assertTrue(best("design", plain) >= 0.5);
        assertTrue(best("design", block) < 0.2);
    }

    @Test
    void meansNothingByTheWordsOfAnAddress() {
        assertTrue(best("python", post("", "See https://python.example/django?x=1 for it", "en")) < 0.2);
    }

    @Test
    void believesACommonWordInGoodCompany() {
        double byItself = best("flask", post("", "Flask broke in my hands.", "en"));
        double inCompany =
                best("flask", post("", "Flask broke, so I took another of the frameworks for Python.", "en"));

        assertTrue(byItself < 0.3);
        assertTrue(inCompany > 0.5);
    }

    @Test
    void believesASmallNameThatIsCuedOrWhoseCodeThePostHas() {
        PostWords plain = post("", "I rewrote my server in go last week. Now go home.", "en");
        PostWords withCode = new PostWords(
                Optional.empty(),
                "en",
                plain.title(),
                plain.text(),
                plain.stems(),
                new BitSet(),
                new BitSet(),
                new BitSet(),
                Set.of("go"));

        assertTrue(best("golang", plain) < 0.2);
        assertTrue(best("golang", withCode) > 0.8);
        assertEquals(
                1,
                VOCABULARY.mentions(withCode).stream()
                        .filter(m -> m.concept().slug().equals("golang") && m.gate() > 0.2)
                        .count());
        assertTrue(best("golang", post("", "All of it passes the go compiler.", "en")) >= 0.6);
    }

    /** Precision and recall of what is believed at all, on sentences made to be hard. */
    @Test
    void tellsNamesFromTheWordsTheyAre() throws IOException {
        int right = 0;
        int wrong = 0;
        int missed = 0;
        for (String line : sentences()) {
            int bar = line.indexOf('|');
            Set<String> expected =
                    new HashSet<>(List.of(line.substring(bar + 1).strip().split(" ")));
            expected.remove("");
            Set<String> found = VOCABULARY
                    .mentions(post("", line.substring(0, bar).strip(), "en"))
                    .stream()
                    .filter(m -> m.gate() >= 0.5 && m.concept().kind() != Kind.SUBJECT)
                    .map(m -> m.concept().slug())
                    .collect(Collectors.toSet());
            for (String slug : found) {
                if (expected.contains(slug)) right++;
                else wrong++;
            }
            for (String slug : expected) if (!found.contains(slug)) missed++;
        }

        double precision = right / (double) (right + wrong);
        double recall = right / (double) (right + missed);
        assertTrue(precision > 0.93 && recall > 0.93, "precision " + precision + " recall " + recall);
    }

    @Test
    void takesAListOfNamesInItsStride() {
        String names = "Django Flask Go Rust Box C++ Paris ".repeat(5_000);

        List<Mention> mentions = VOCABULARY.mentions(post(names, names, "en"));

        assertFalse(mentions.isEmpty());
        assertTrue(mentions.size() <= 10_000);
    }

    private static double best(String slug, PostWords post) {
        return VOCABULARY.mentions(post).stream()
                .filter(m -> m.concept().slug().equals(slug))
                .mapToDouble(Mention::gate)
                .max()
                .orElse(0);
    }

    private static List<String> sentences() throws IOException {
        try (InputStream in = MentionsTest.class.getResourceAsStream("names-in-sentences.txt")) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return text.lines().filter(line -> !line.startsWith("#")).toList();
        }
    }

    private static PostWords post(String title, String text, String language) {
        return new PostWords(
                Optional.empty(),
                language,
                Words.of(title),
                Words.of(text),
                Stems.of(language),
                new BitSet(),
                new BitSet(),
                new BitSet(),
                Set.of());
    }
}
