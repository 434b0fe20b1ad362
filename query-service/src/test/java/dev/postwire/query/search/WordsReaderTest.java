package dev.postwire.query.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.postwire.query.search.Words.Clause;
import dev.postwire.query.search.Words.Need;
import dev.postwire.query.search.Words.Place;
import dev.postwire.query.search.Words.Term;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WordsReaderTest {
    @Test
    void readsWordsPhrasesExclusionsAndDemands() {
        Words words = WordsReader.read("sprints -work +lisbon \"python  package\" -\"a b\"");

        assertEquals(
                List.of(
                        clause(Need.WANTED, anywhere("sprints")),
                        clause(Need.EXCLUDED, anywhere("work")),
                        clause(Need.REQUIRED, anywhere("lisbon")),
                        clause(Need.REQUIRED, phrase("python  package")),
                        clause(Need.EXCLUDED, phrase("a b"))),
                words.clauses());
        assertEquals(List.of(), words.notes());
    }

    @Test
    void readsNotAsASign() {
        Words words = WordsReader.read("trains NOT buses NOT \"night train\" NOT title:ferry");

        assertEquals(
                List.of(
                        clause(Need.WANTED, anywhere("trains")),
                        clause(Need.EXCLUDED, anywhere("buses")),
                        clause(Need.EXCLUDED, phrase("night train")),
                        clause(Need.EXCLUDED, new Term(Place.TITLE, "ferry", false))),
                words.clauses());
        assertEquals(List.of(), words.notes());
        assertEquals(
                List.of("NOT at the end was ignored."),
                WordsReader.read("trains NOT").notes());
    }

    @Test
    void takesNotForAWordInProse() {
        Words words = WordsReader.read("Why you should NOT take the night train to Lisbon");

        assertTrue(words.clauses().stream().allMatch(clause -> clause.need() == Need.WANTED));
    }

    @Test
    void readsBothSignsOfOr() {
        Words words = WordsReader.read("trains || buses | ferries");

        assertEquals(
                List.of(clause(Need.WANTED, anywhere("trains"), anywhere("buses"), anywhere("ferries"))),
                words.clauses());
        assertEquals(List.of(), words.notes());
    }

    @ParameterizedTest
    @CsvSource({
        "train*,*",
        "ferry -(train OR bus),Parentheses",
        "+(night train),Parentheses",
        "ferry OR (night train),Parentheses",
    })
    void tellsOfSignsThatMeanNothingHere(String typed, String told) {
        assertTrue(
                WordsReader.read(typed).notes().stream().anyMatch(note -> note.startsWith(told)),
                WordsReader.read(typed).notes().toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"f(x)", "night trains (and ferries)", "*emphasis*", "2 * 3"})
    void saysNothingOfOrdinaryParenthesesAndStars(String typed) {
        assertTrue(
                WordsReader.read(typed).notes().stream().noneMatch(note -> note.contains("ignored: ")),
                WordsReader.read(typed).notes().toString());
    }

    @Test
    void readsLanguagesByName() {
        assertEquals(
                List.of(clause(Need.REQUIRED, new Term(Place.LANGUAGE, "de", false))),
                WordsReader.read("language:german").clauses());
    }

    @Test
    void countsNoSpaceInFrontOfWhatWasTyped() {
        Words words = WordsReader.read(" ".repeat(5_000) + "ferry");

        assertEquals(List.of(clause(Need.WANTED, anywhere("ferry"))), words.clauses());
        assertEquals(List.of(), words.notes());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Which theatre in this town was called \"the house\"?",
                "which of the many old theatres in town was called \"the house\"",
                "Who built „the house“, the well-known ferry and the pier?"
            })
    void demandsNothingOfWhoQuotesInAQuestionAndSaysSo(String typed) {
        Words words = WordsReader.read(typed);

        assertTrue(words.clauses().stream().allMatch(clause -> clause.need() == Need.WANTED));
        assertEquals(1, words.notes().size(), words.notes().toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"What is Kafka?\"",
                "\"a b\"!",
                "\"a b\".",
                "kafka \"What is Kafka?\"",
                "Who wrote \"the house\"?",
                "\"so long a quotation has more words than eight\"",
                "opera \"so long a quotation has more words than eight\""
            })
    void demandsWhatIsQuotedInAShortText(String typed) {
        Words words = WordsReader.read(typed);

        assertTrue(words.clauses().stream()
                .allMatch(clause -> clause.anyOf().get(0).exact() == (clause.need() == Need.REQUIRED)));
        assertTrue(words.clauses().stream().anyMatch(clause -> clause.need() == Need.REQUIRED));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jaguar -car!",
                "kafka -\"What is Kafka?\"",
                "jaguar -car.",
                "which cats live in the woods of south america -jaguar"
            })
    void neverWishesForWhatIsExcluded(String typed) {
        assertTrue(WordsReader.read(typed).clauses().stream().anyMatch(clause -> clause.need() == Need.EXCLUDED));
    }

    @Test
    void takesAHyphenInASentenceForADashAndSaysSo() {
        Words words = WordsReader.read("Who built the old house, the ferry -and the pier?");

        assertTrue(words.clauses().stream().allMatch(clause -> clause.need() == Need.WANTED));
        assertFalse(words.clauses().contains(clause(Need.WANTED, anywhere("and"))));
        assertEquals(1, words.notes().size(), words.notes().toString());
    }

    @Test
    void joinsAlternatives() {
        assertEquals(
                List.of(
                        clause(Need.WANTED, anywhere("tea"), anywhere("coffee"), anywhere("milk")),
                        clause(Need.REQUIRED, phrase("a b"), anywhere("c"))),
                WordsReader.read("tea OR coffee | milk \"a b\" OR c").clauses());
    }

    @Test
    void readsFieldsInAnyCaseOfLetters() {
        assertEquals(
                List.of(
                        clause(Need.REQUIRED, new Term(Place.TITLE, "ferry", false)),
                        clause(Need.REQUIRED, new Term(Place.AUTHOR, "Ines Okafor", true)),
                        clause(Need.EXCLUDED, new Term(Place.TAG, "web-dev", false)),
                        clause(Need.REQUIRED, new Term(Place.SITE, "x.example", false)),
                        clause(Need.REQUIRED, new Term(Place.LANGUAGE, "de", false))),
                WordsReader.read("title:ferry Author:\"Ines Okafor\" -tag:web-dev SITE:x.example lang:de")
                        .clauses());
    }

    @ParameterizedTest
    @CsvSource({
        "http://x.example/a?b=c, http://x.example/a?b=c",
        "10:30, 10:30",
        "colour:red, colour:red",
        "(tea), (tea)",
        "C++, C++",
        "🚢, 🚢"
    })
    void takesWhatItDoesNotKnowAsWords(String typed, String word) {
        assertEquals(
                List.of(clause(Need.WANTED, anywhere(word))),
                WordsReader.read(typed).clauses());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "\"",
                "\"\"",
                "-",
                "- -",
                "OR",
                "OR OR",
                "!&|():*<->",
                "\u0000",
                "...",
                "'",
                "\\",
                "tag:"
            })
    void takesWhatHasNoWordAsNothing(String typed) {
        assertTrue(WordsReader.read(typed).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tea OR",
                "OR tea",
                "tea tag:",
                "tea ...",
                "tea \"\"",
                "tea OR -milk",
                "tea AND milk AND",
                "tea && milk"
            })
    void notesWhatItIgnored(String typed) {
        Words words = WordsReader.read(typed);

        assertEquals(anywhere("tea"), words.clauses().get(0).anyOf().get(0));
        assertEquals(1, words.notes().size(), words.notes().toString());
    }

    @Test
    void leavesOutWordsBeyondReasonWithANote() {
        Words words = WordsReader.read("word ".repeat(10_000));

        assertEquals(WordsReader.MOST_TERMS, words.clauses().size());
        assertFalse(words.notes().isEmpty());
    }

    @Test
    void takesAPhraseThatIsNotClosedToTheEnd() {
        assertEquals(
                List.of(clause(Need.REQUIRED, phrase("never closed"))),
                WordsReader.read("\"never closed").clauses());
    }

    @Test
    void neverFailsOnAnythingTyped() {
        Random random = new Random(3);
        for (int i = 0; i < 5_000; i++) {
            StringBuilder typed = new StringBuilder();
            for (int c = 0; c < 14; c++)
                typed.append("ab \"“-+'\\:*!&|<>()%{}OR\u0000\t\n\uD83D\uDEA2é".charAt(random.nextInt(29)));
            WordsReader.read(typed.toString().replace("ab", "tag:"));
        }
    }

    private static Clause clause(Need need, Term... anyOf) {
        return new Clause(need, List.of(anyOf));
    }

    private static Term anywhere(String word) {
        return new Term(Place.ANYWHERE, word, false);
    }

    private static Term phrase(String words) {
        return new Term(Place.ANYWHERE, words, true);
    }
}
