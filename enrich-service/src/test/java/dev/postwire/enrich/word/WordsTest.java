package dev.postwire.enrich.word;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "C++, C# and .NET in Node.js 3.11 | c++ c# and .net in node.js 3.11",
                "Django's open-source web_app | django s open source web_app",
                "the end. Next (.htaccess) | the end next .htaccess",
                "a+b c#d | a b c d",
                "検索とKafka | 検 索 と kafka",
                "ＡＢＣ Straße | abc straße",
                "データベース | データベース",
                "by @hynek on #python | by hynek on python"
            })
    void dividesAsTagsAreWritten(String text, String words) {
        assertEquals(List.of(words.split(" ")), folded(Words.of(text)));
    }

    @Test
    void quotesStandAtTheirCodePoints() {
        String text = "\uD83D\uDE80 launch of \uD835\uDD38lpha";
        Words words = Words.of(text);
        for (int i = 0; i < words.size(); i++) {
            int start = text.offsetByCodePoints(0, words.startPoint(i));
            int end = text.offsetByCodePoints(0, words.endPoint(i));
            assertEquals(words.written(i), text.substring(start, end));
        }
        assertEquals(1, words.firstFrom(3));
    }

    @Test
    void knowsWhereACapitalSaysNothing() {
        Words words = Words.of("Go is fun. Use Go with \"Docker\" or MySQL and NASA");
        assertTrue(words.startsSentence(0));
        assertTrue(words.startsSentence(3));
        assertFalse(words.startsSentence(4));
        assertTrue(words.isCapitalised(4));
        assertTrue(words.isMixed(8));
        assertTrue(words.isAllCapitals(10));
        assertFalse(words.isMixed(10));
    }

    @Test
    void boundsTheWordsOfALongText() {
        assertEquals(
                Words.MOST_WORDS, Words.of("x ".repeat(Words.MOST_WORDS + 5)).size());
        assertEquals(List.of("y".repeat(101), "y".repeat(49)), folded(Words.of("y".repeat(150))));
    }

    @Test
    void bringsFormsTogetherByTheirLanguage() {
        assertEquals(Stems.of("en").stem("conferences"), Stems.of("en-GB").stem("conference"));
        assertEquals(Stems.of("fi").stem("kirjastot"), Stems.of("fi").stem("kirjastossa"));
        assertEquals("c++", Stems.of("en").stem("c++"));
        assertEquals("posts", Stems.of("und").stem("posts"));
    }

    @Test
    void endsAWordOfAnotherScriptWhereAKoreanParticleBegins() {
        assertEquals(
                List.of("django", "\uC640", "2019", "\uC5D0", "\uC11C\uC6B8\uC5D0\uC11C"),
                folded(Words.of("Django\uC640 2019\uC5D0 \uC11C\uC6B8\uC5D0\uC11C")));
    }

    @Test
    void tellsAPhraseFromWordsThatOnlyStandBesideEachOther() {
        for (String phrase : List.of("web design", "web-design", "web\ndesign", "St. Louis", "Tom & Ann", "Let's go"))
            assertTrue(areOnePhrase(phrase), phrase);
        for (String words : List.of("web, design", "web (design)", "web. design", "web\n\ndesign", "web - design"))
            assertFalse(areOnePhrase(words), words);
    }

    private static boolean areOnePhrase(String text) {
        Words words = Words.of(text);
        return words.areOnePhrase(0, words.size() - 1);
    }

    private static List<String> folded(Words words) {
        return IntStream.range(0, words.size()).mapToObj(words::folded).toList();
    }
}
