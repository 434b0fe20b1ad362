package dev.postwire.enrich.phrase;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.postwire.enrich.phrase.KeyPhrase.Place;
import dev.postwire.enrich.post.EnrichedPost.Section;
import dev.postwire.enrich.render.Rendering;
import dev.postwire.enrich.word.PostWords;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class KeyPhrasesTest {
    @Test
    void findsWhatAPostIsAbout() {
        String text = "Sourdough needs time. I feed my sourdough starter each morning, and the rye bread rises. "
                + "Without a good sourdough starter the rye bread stays flat. Flour, water, patience: that is rye bread.";

        List<String> labels = labels(post("en", "Baking rye bread", text));

        assertEquals("rye bread", labels.get(0));
        assertTrue(labels.subList(0, 6).contains("sourdough starter"), labels::toString);
    }

    @Test
    void bringsTheFormsOfAPhraseTogetherAndWritesItAsItIsMostlyWritten() {
        String text =
                "Message queues are old. A message queue holds work. Where a message queue fails, all message queues do, "
                        + "and every message queue can.";

        KeyPhrase phrase = phrase(post("en", "", text), "message queue");

        assertEquals(5, phrase.count());
    }

    @Test
    void neverBeginsOrEndsWithAStopWord() {
        List<String> labels =
                labels(post("en", "The art of the deal", "The art of the deal is in the art of waiting."));

        assertTrue(labels.contains("art"), labels::toString);
        assertTrue(labels.stream().noneMatch(label -> label.matches("(?i)(the|of|is|in)( .*)?|.* (the|of|is|in)")));
    }

    @Test
    void aSignThatPartsWordsPartsPhrases() {
        List<String> labels = labels(post("en", "", "Trains, ferries. Trains, ferries. Trains, ferries."));

        assertFalse(labels.contains("Trains, ferries"));
        assertTrue(labels.contains("ferries"));
    }

    @Test
    void takesWhatStandsOnlyWithinALongerPhraseAsPartOfIt() {
        String text = "Distributed tracing helps. We added distributed tracing, and distributed tracing paid.";

        PostWords post = post("en", "", text);

        assertEquals("distributed tracing", labels(post).get(0).toLowerCase());
        assertEquals(0, phrase(post, "tracing").alone());
    }

    @Test
    void tellsPlacesThatHoldBehindSignsOfTwoChars() {
        String text = "😀😀 Paragliding 🪂 is fun. 🎉 Paragliding is loud.";
        PostWords post = post("en", "", text);
        int[] points = text.codePoints().toArray();

        for (Place place : phrase(post, "Paragliding").places()) {
            int start = post.text().startPoint(place.first());
            int end = post.text().endPoint(place.last());
            assertEquals("Paragliding", new String(points, start, end - start));
        }
    }

    @Test
    void findsPhrasesOfTheTitleThatTheTextDoesNotHave() {
        KeyPhrase phrase = phrase(post("en", "Beekeeping in winter", "Cold days. Little to do."), "Beekeeping");

        assertEquals(0, phrase.count());
        assertEquals(0, phrase.titleWord());
        assertTrue(phrase.places().isEmpty());
    }

    @Test
    void leavesCodeOut() {
        Rendering content = new Rendering(
                "",
                "",
                "Look: frobnicate frobnicate",
                List.of(),
                List.of(),
                List.of(),
                List.of(new dev.postwire.enrich.post.EnrichedPost.CodeBlock("c", 6, 27)));
        PostWords post = PostWords.of(Optional.empty(), "en", Optional.empty(), content);

        assertFalse(labels(post).contains("frobnicate"));
    }

    @Test
    void countsSectionTitles() {
        String text = "Sleep\n\nSleep is what we lack.";
        Rendering content =
                new Rendering("", "", text, List.of(new Section(2, "Sleep", 0)), List.of(), List.of(), List.of());
        PostWords post = PostWords.of(Optional.empty(), "en", Optional.empty(), content);

        assertEquals(1, phrase(post, "Sleep").inHeadings());
    }

    @Test
    void findsFinnishPhrases() {
        String text =
                "Talvivaellus vaatii hyvät varusteet. Lämmin makuupussi on talvivaelluksen tärkein varuste, ja makuupussi "
                        + "on pidettävä kuivana. Makuupussi ja teltta riittävät.";

        List<String> labels = labels(post("fi", "Talvivaellus Lapissa", text));

        assertTrue(labels.subList(0, 4).contains("makuupussi"), labels::toString);
        assertTrue(labels.subList(0, 4).stream().anyMatch(label -> label.startsWith("Talvivaellus")), labels::toString);
    }

    @Test
    void findsGermanPhrases() {
        String text =
                "Die Verkehrswende braucht Schienen. Ohne die Bahn gibt es keine Verkehrswende, und ohne Geld keine Bahn. "
                        + "Die Bahn fährt, wenn der Bund will.";

        List<String> labels = labels(post("de", "Die Verkehrswende und die Bahn", text));

        assertEquals(
                List.of("Bahn", "Verkehrswende"),
                labels.subList(0, 2).stream().sorted().toList());
    }

    @Test
    void findsChinesePhrases() {
        String text = "机器学习正在改变医学。医生用机器学习读图像，机器学习也帮助研究新药。";

        assertEquals("机器学习", labels(post("zh", "", text)).get(0));
    }

    @Test
    void findsJapanesePhrases() {
        String text = "関係データベースは古い。しかし関係データベースは今も使われている。関係データベースを学ぶ。";

        assertEquals("関係データベース", labels(post("ja", "", text)).get(0));
    }

    @Test
    void findsPhrasesOfALanguageWithoutAList() {
        String text =
                "Mae'r ddraig goch yn hen. Y ddraig goch yw baner y wlad, ac mae'r ddraig goch yn y llyfr. Hen yw'r llyfr, ac "
                        + "mae'r wlad yn y llyfr, yn y gân ac yn y ddraig goch.";

        assertEquals("ddraig goch", labels(post("cy", "", text)).get(0));
    }

    @Test
    void staysBoundedOnOneWordAMillionTimesAndOnAMillionWords() {
        String same = "word ".repeat(200_000);
        String all = IntStream.range(0, 150_000)
                .mapToObj(i -> "w" + Integer.toString(i, 36))
                .collect(Collectors.joining(" "));
        String ideographs = "中".repeat(300_000);

        for (String text : List.of(same, all, ideographs)) {
            PostWords post = post("zh", "word", text);
            assertTimeout(
                    Duration.ofSeconds(5),
                    () -> assertTrue(KeyPhrases.of(post, Lexicon.EMPTY, 40).size() <= 40));
        }
    }

    @Test
    void saysNothingOfNothing() {
        assertEquals(List.of(), labels(post("und", "", "")));
        assertEquals(List.of(), labels(post("en", "?!", "... 42 --- 😀")));
    }

    private static PostWords post(String language, String title, String text) {
        Rendering content = new Rendering("", "", text, List.of(), List.of(), List.of(), List.of());
        return PostWords.of(Optional.empty(), language, Optional.of(title).filter(t -> !t.isEmpty()), content);
    }

    private static List<String> labels(PostWords post) {
        return KeyPhrases.of(post, Lexicon.EMPTY, 40).stream()
                .map(KeyPhrase::label)
                .toList();
    }

    private static KeyPhrase phrase(PostWords post, String label) {
        return KeyPhrases.of(post, Lexicon.EMPTY, 1000).stream()
                .filter(phrase -> phrase.label().equalsIgnoreCase(label))
                .findFirst()
                .orElseThrow();
    }
}
