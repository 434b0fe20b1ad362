package dev.postwire.query.index;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.postwire.query.index.PostCounts.Count;
import dev.postwire.query.post.Event;
import dev.postwire.query.search.PostQuery;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What words find, over a real database. */
class PostSearchIT extends OverIndex {
    @Test
    void findsWordsByTheirStemInEveryLanguage() throws Exception {
        put(
                Event.of("en").language("en").text("The sprints were great."),
                Event.of("title").language("en-GB").title("A sprint").text("A sprint indeed"),
                Event.of("de").language("de").text("Die Häuser der Müllers sind alt."),
                Event.of("ja").language("ja").text("東京大学でsprintsを見た"),
                Event.of("hans").language("zh").text("我们在北京大学学习计算机科学"),
                Event.of("hant").language("zh-Hant").text("我們在臺灣大學學習電腦科學"),
                Event.of("ko").language("ko").text("서울대학교에서 컴퓨터를 배웠다"),
                Event.of("es").language("es").text("Las canciones más bonitas"),
                Event.of("und").language("tlh").text("Łódź"));

        assertEquals(Set.of("en", "title", "ja"), Set.copyOf(index.found("sprints")));
        assertEquals("title", index.found("sprint").get(0), "the title weighs more");
        for (String q : List.of("haus", "HÄUSER", "Mueller", "müller")) assertEquals(List.of("de"), index.found(q), q);
        assertEquals("ja", index.found("東京大学").get(0));
        assertEquals("hans", index.found("计算机科学").get(0));
        assertEquals("hant", index.found("電腦科學").get(0));
        assertEquals("hant", index.found("电脑科学").get(0), "in the other characters");
        assertEquals("hans", index.found("計算機科學").get(0), "in the other characters");
        assertEquals(List.of("ko"), index.found("컴퓨터"));
        assertEquals(List.of("es"), index.found("cancion bonita"));
        assertEquals(List.of("und"), index.found("lodz"));
    }

    @Test
    void putsTheExactWordFirst() throws Exception {
        put(
                Event.of("b").language("de").text("Das ist schönes Wetter heute."),
                Event.of("a").language("de").text("Der Bar ist groß heute."),
                Event.of("c").language("de").text("Der Bär ist groß heute."));

        assertEquals(List.of("c", "a"), index.found("Bär"));
        assertEquals(List.of("a", "c"), index.found("Bar"));
    }

    @Test
    void demandsOnlyWhatIsMarked() throws Exception {
        put(
                Event.of("a").language("en").title("Ferry").text("python package index"),
                Event.of("b").language("en").text("package for python"),
                Event.of("c").language("en").text("a conference on trains").tag("web-dev", "Web Dev"));

        assertEquals(List.of("a"), index.found("\"python package\""));
        assertEquals(List.of("b"), index.found("python -index"));
        assertEquals(List.of("b"), index.found("python -\"package index\""));
        assertEquals(Set.of("b", "c"), Set.copyOf(index.found("trains OR python -index")));
        assertEquals(List.of(), index.found("python -packages"), "excluded in every form");
        assertEquals(Set.of("b", "c"), Set.copyOf(index.found("-indexes")));
        assertEquals(Set.of("a", "b", "c"), Set.copyOf(index.found("python trains")), "none is required");
        assertEquals(List.of("c"), index.found("python +trains"));
        assertEquals(List.of("a"), index.found("title:ferries"));
        assertEquals(List.of("c"), index.found("tag:\"Web Dev\""));
        assertEquals(Set.of("a", "b"), Set.copyOf(index.found("-tag:web-dev language:en")));
        assertEquals(List.of("c"), index.found("on"), "words that say nothing are meant where they are alone");
    }

    @Test
    void findsSomethingWhereNothingHasAllThatIsDemanded() throws Exception {
        put(Event.of("a").language("en").text("a package for python"));

        PostSearch.Found found = index.page(TestIndex.query("\"python package\""), Optional.empty(), 10);

        assertEquals(List.of("a"), found.ids());
        assertEquals(1, found.notes().size());
        PostCounts counts = new PostCounts(index.index, index.search);
        assertEquals(
                List.of(new Count("en", "en", 1)),
                counts.facets(found.answered().query(), EnumSet.of(Facet.LANGUAGE), 9)
                        .byFacet()
                        .get(Facet.LANGUAGE));
        assertEquals(found.answered(), index.search.answered(TestIndex.query("\"python package\"")));
        PostQuery nothing = TestIndex.query("+zzzz");
        assertEquals(nothing, index.search.answered(nothing).query());
        assertEquals(List.of(), index.found("+python site:nowhere.example"), "a field is a filter");
    }

    @Test
    void listensInNoLanguageToWordsThatSayNothingInTheOneThatWasTyped() throws Exception {
        put(
                Event.of("a").language("de").text("Die Fähre nach Bergen"),
                Event.of("b").language("en").text("how to die, und so weiter"));

        assertEquals(List.of("a"), index.found("wann geht die Fähre und warum"));
        assertEquals(List.of("b"), index.found("die"), "one may be a word of another language");
    }

    @Test
    void suggestsWhatWasMeantWhereNothingIsFound() throws Exception {
        put(Event.of("a").language("en").text("a conference of gardeners"));

        assertEquals(
                List.of("conference gardeners"),
                index.page(TestIndex.query("confrence gardners"), Optional.empty(), 10)
                        .suggestions());
        assertEquals(
                List.of(),
                index.page(TestIndex.query("xyzzyx"), Optional.empty(), 10).suggestions());
    }

    @Test
    void suggestsAuthorsSitesAndTagsThatThereAre() throws Exception {
        put(Event.of("a")
                .language("en")
                .title("A night on the ferry")
                .text("of tea")
                .author("Ines Okafor")
                .site("harbour.example")
                .tag("night-trains", "Night trains"));

        assertEquals(List.of("author:\"ines okafor\""), suggested("author:okafor"));
        assertEquals(List.of("author:\"ines okafor\""), suggested("author:\"Ines Okafr\""));
        assertEquals(List.of("tea site:harbour.example"), suggested("tea site:harbour"));
        assertEquals(List.of("tag:night-trains"), suggested("tag:nigth-trains"));
        assertEquals(List.of("title:ferry"), suggested("title:ferrry"));
        assertEquals(List.of("ferry OR night -tea"), suggested("ferrry OR night -tea"), "the rest stays");
        assertEquals(List.of(), suggested("tag:photography"));
    }

    private List<String> suggested(String q) throws Exception {
        PostSearch.Found found = index.page(TestIndex.query(q), Optional.empty(), 10);
        assertEquals(List.of(), found.ids());
        return found.suggestions();
    }

    @Test
    void takesATagForAFilterAndForNoAnswer() throws Exception {
        put(
                Event.of("a").language("en").text("slow trains").tag("travel", "Travel"),
                Event.of("b").language("en").text("old ferries").tag("travel", "Travel"),
                Event.of("c").language("en").text("old ferries"));

        assertEquals(List.of("b"), index.found("ferries tag:travel"), "as with the parameter tag");
        assertEquals(List.of(), index.found("zeppelin tag:travel"));
        assertEquals(Set.of("a", "b"), Set.copyOf(index.found("tag:travel")));
    }

    @Test
    void neverFailsOnAnythingTyped() throws Exception {
        put(Event.of("a").language("en").text("it's a C++ & c# :* <-> test | 100%"));
        List<String> typed = new ArrayList<>(List.of(
                "'",
                "\"",
                "\\",
                ":*",
                "a:*",
                "<->",
                "((",
                "--a",
                "OR",
                "a OR",
                "\u0000a",
                "a\uD83D",
                "🚢",
                "tag:",
                "+",
                "http://x/?a=b&c",
                "-\"",
                "\"a",
                "title:\"",
                "x".repeat(5_000),
                "word ".repeat(500),
                "ß",
                "\uFFFF",
                "ัั"));
        Random random = new Random(3);
        String signs = "ab \"-+'\\:*!&|<>()%{}OR\u0000\t\n🚢é東ดี";
        for (int i = 0; i < 200; i++) {
            StringBuilder text = new StringBuilder();
            for (int c = 0; c < 12; c++) text.append(signs.charAt(random.nextInt(signs.length())));
            typed.add(text.toString());
        }
        put(
                Event.of("de").language("de").text("1 " + "wort "),
                Event.of("ja").language("ja").text("1 東京"));
        typed.add("1-".repeat(2_048));
        typed.add("-" + "1-".repeat(2_000) + " +" + "1-".repeat(40));
        StringBuilder pasted = new StringBuilder();
        for (int i = 0; i < 4_000; i++) pasted.append((char) (0x4E00 + i));
        typed.add(pasted.toString());
        typed.add("+" + pasted);
        for (String q : typed) index.found(q);
        PostSearch.Found long1 = index.page(TestIndex.query("1-".repeat(2_048)), Optional.empty(), 10);
        assertEquals(Set.of("de", "ja"), Set.copyOf(long1.ids()));
        assertEquals(1, long1.notes().size(), long1.notes().toString());
        assertEquals(List.of("a"), index.found("c++ \"it's\" 100%"));
    }
}
