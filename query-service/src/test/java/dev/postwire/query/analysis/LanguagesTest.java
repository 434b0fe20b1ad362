package dev.postwire.query.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguagesTest {
    private final Languages languages = new Languages();

    @ParameterizedTest
    @CsvSource({
        "en-GB, en",
        "zh, zh",
        "zh-Hant, zh",
        "zh-TW, zh",
        "zh-Hans-CN, zh",
        "zh-hant-hk, zh",
        "nb, no",
        "und, en",
        "tlh, other",
        "ja, ja",
        "ko-KR, ko",
        "yue, zh"
    })
    void knowsWhichLanguageATagMeans(String code, String name) {
        assertEquals(name, languages.of(code).name());
    }

    /** Whoever asks for a language gets posts of its kinds as well, so these lie in the same fields. */
    @ParameterizedTest
    @CsvSource({
        "en, en-GB",
        "zh, zh-Hant",
        "zh, zh-TW",
        "zh, zh-Hans-CN",
        "zh-hant, zh-Hant-HK",
        "no, no-NO",
        "nb, nb-NO",
        "yue, yue-HK",
        "und, und",
        "tlh, tlh-x"
    })
    void looksIntoTheFieldsOfEveryKindOfALanguage(String asked, String kind) {
        assertEquals(languages.of(asked), languages.of(kind));
    }

    @ParameterizedTest
    @CsvSource({
        "en, running, runs",
        "en, naïve, naive",
        "de, Häuser, Haus",
        "de, Straße, Strasse",
        "es, canción, cancion",
        "es, canciones, canción",
        "fr, l'été, ete",
        "it, dell'università, universita",
        "sv, flickor, flicka",
        "ru, ёлки, елки",
        "ja, 東京に行った, 東京へ行く",
        "zh, 電腦網絡, 电脑网络",
        "zh-TW, 圖書館, 图书馆",
        "ko, 학교에서, 학교",
        "ro, școlile, şcolile",
        "en, ＡＢＣ, abc",
        "en, ﬁle, file"
    })
    void findsByTheStem(String code, String one, String other) throws IOException {
        Language language = languages.of(code);
        assertEquals(terms(language.stemmed(), one), terms(language.stemmed(), other));
    }

    @ParameterizedTest
    @CsvSource({
        "de, Mueller, Müller",
        "de, Strasse, Straße",
        "es, cancion, canción",
        "es, ESPAÑA, españa",
        "fr, eleve, élève",
        "tlh, Łódź, lodz",
        "zh, 電腦網絡, 电脑网络",
        "zh-Hant, 電腦網絡, 电脑网络",
        "vi, Ha Noi, Hà Nội",
        "ko, ＡＢＣ, abc",
        "en, CAFÉ, cafe"
    })
    void takesForTheSameWhatItsReadersDo(String code, String one, String other) throws IOException {
        Language language = languages.of(code);
        assertEquals(terms(language.exact(), one), terms(language.exact(), other));
    }

    @ParameterizedTest
    @CsvSource({
        "de, Muller, Müller",
        "de, schon, schön",
        "sv, får, far",
        "fi, säde, sade",
        "tr, ısı, isi",
        "ru, мой, мои",
        "en, run, runs",
        "es, ano, año",
        "gl, ano, año"
    })
    void tellsApartWhatItsReadersDo(String code, String one, String other) throws IOException {
        Language language = languages.of(code);
        assertNotEquals(terms(language.exact(), one), terms(language.exact(), other));
    }

    @ParameterizedTest
    @CsvSource({"de, Hafenmeister, hafenmeist haf meist", "de, Zeitungen, zeitung"})
    void findsACompoundByItsParts(String code, String word, String cutInto) throws IOException {
        assertEquals(List.of(cutInto.split(" ")), terms(languages.of(code).stemmed(), word));
    }

    /** The dictionary of Chinese cuts at every sign: there only the words as they stand are whole. */
    @ParameterizedTest
    @CsvSource({"C++, C", "C#, C", "F#, F", ".NET, NET", "C++, C#", "g++, g"})
    void tellsNamesWithASignFromThoseWithout(String name, String other) throws IOException {
        for (Language language : languages.all()) {
            List<String> exact = terms(language.exact(), name);
            assertEquals(1, exact.size(), language.name());
            assertNotEquals(exact, terms(language.exact(), other), language.name());
            assertNotEquals(terms(language.stemmed(), name), terms(language.stemmed(), other), language.name());
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "C++ | (C++),",
                "C++ 17 | C++17",
                "C# | c#.",
                "C# | C#",
                ".NET | .net,",
                "asp net | asp/net",
                "example .com | example com",
                "c foo | c/#foo",
                "a b | a+b",
                "abc net | abc++ net"
            })
    void readsASignAsPartOfANameOnlyWhereItIs(String meant, String written) throws IOException {
        Language english = languages.of("en");
        assertEquals(terms(english.exact(), meant), terms(english.exact(), written));
    }

    @Test
    void keepsNamesWithASignWholeWhereverTheyStandInALongText() throws IOException {
        Language english = languages.of("en");
        List<String> whole = terms(english.exact(), "C++ C# .NET");
        for (int before = 0; before < 1100; before++) {
            String text = " ".repeat(before) + "C++ C# .NET" + " ".repeat(before % 7);
            assertEquals(whole, terms(english.exact(), text));
        }
    }

    @Test
    void cutsNoWordOfLatinLettersInChineseAtAMark() throws IOException {
        Language chinese = languages.of("zh");
        assertEquals(List.of("fahr"), terms(chinese.stemmed(), "Fähre"));
        assertEquals(1, terms(chinese.exact(), "Fähre").size());
    }

    @Test
    void leavesOutWhatSaysNothing() throws IOException {
        assertEquals(List.of(), terms(languages.of("ro").stemmed(), "și"));
        assertEquals(List.of(), terms(languages.of("vi").stemmed(), "Là của những"));
    }

    @Test
    void tellsVietnameseWordsApartByTheirMarks() throws IOException {
        Language vietnamese = languages.of("vi");

        assertNotEquals(terms(vietnamese.stemmed(), "bạn"), terms(vietnamese.stemmed(), "bán"));
        assertEquals(terms(vietnamese.exact(), "bạn"), terms(vietnamese.exact(), "ban"));
    }

    @Test
    void cutsThaiIntoWordsAsItStandsToo() throws IOException {
        Language thai = languages.of("th");
        assertEquals(terms(thai.exact(), "แม่น้ำ สาย ยาว"), terms(thai.exact(), "แม่น้ำสายยาว"));
    }

    @Test
    void readsKoreanSyllablesWrittenInTheirParts() throws IOException {
        Language korean = languages.of("ko");
        String parts = Normalizer.normalize("학교에서", Normalizer.Form.NFD);

        assertEquals(terms(korean.stemmed(), "학교에서"), terms(korean.stemmed(), parts));
        assertEquals(terms(korean.exact(), "학교에서"), terms(korean.exact(), parts));
    }

    @Test
    void tellsSpanishLettersApartByTheStemToo() throws IOException {
        Language spanish = languages.of("es");

        assertNotEquals(terms(spanish.stemmed(), "año"), terms(spanish.stemmed(), "ano"));
        assertEquals(terms(spanish.stemmed(), "niños"), terms(spanish.stemmed(), "nin\u0303o"));
    }

    @Test
    void cutsEveryLanguageIntoWords() throws IOException {
        for (Language language : languages.all()) {
            for (String text : List.of("postwire 2026", "東京大学", "서울에서", "กรุงเทพ", "Ωμέγα", "🚢 ship", "")) {
                List<String> terms = terms(language.stemmed(), text);
                assertFalse(terms.contains(""), language.name());
                terms(language.exact(), text);
            }
            assertFalse(terms(language.exact(), "postwire").isEmpty(), language.name());
        }
    }

    private static List<String> terms(Analyzer analyzer, String text) throws IOException {
        List<String> terms = new ArrayList<>();
        try (TokenStream tokens = analyzer.tokenStream("f", text)) {
            CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
            tokens.reset();
            while (tokens.incrementToken()) terms.add(term.toString());
            tokens.end();
        }
        return terms;
    }
}
