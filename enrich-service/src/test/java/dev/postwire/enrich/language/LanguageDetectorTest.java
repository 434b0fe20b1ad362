package dev.postwire.enrich.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageDetectorTest {
    private final LanguageDetector detector = new LanguageDetector();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ko | 어제 새 버전을 설치했습니다
            el | Χθες το βράδυ έβρεχε πολύ
            th | เมื่อวานฝนตกหนักมาก
            ka | გუშინ ბევრი ვიმუშავეთ
            hy | Երեկ անձրև էր գալիս
            ta | நேற்று மழை பெய்தது
            he | אתמול ירד גשם כל היום
            ar | كان الطقس جميلا يوم أمس في المدينة
            fa | دیروز هوا خیلی سرد بود و ما در خانه ماندیم
            ur | کل بہت بارش ہوئی اور ہم گھر پر رہے
            hi | कल बहुत बारिश हुई और हम घर पर रहे
            zh | 昨天我们在家里修好了这台旧电脑
            zh | 昨天我們在家裡修好了這臺舊電腦
            ja | 昨日は家で古いパソコンを直しました
            ru | Вчера мы починили старый компьютер
            uk | Учора ми полагодили старий комп'ютер
            bg | Вчера поправихме стария компютър и той работи
            """)
    void tellsLanguagesByTheirScriptAndLetters(String language, String text) {
        assertEquals(language, detector.detect(text).code());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en | We have been waiting for the train
            de | Wir haben gestern lange gewartet
            fr | Nous avons attendu le train
            es | Hemos esperado el tren hasta la noche
            pt | Não sabemos quando o trem vai chegar
            it | Abbiamo aspettato il treno tutta la notte
            pl | Czekaliśmy na pociąg przez całą noc
            tr | Bütün gece treni bekledik
            vi | Chúng tôi đã chờ tàu cả đêm
            nl | Wij hebben de hele nacht op de trein gewacht
            sv | Vi väntade på tåget hela natten
            fi | Odotimme junaa koko yön
            cs | Čekali jsme na vlak celou noc
            hu | Egész éjjel vártuk a vonatot
            id | Kami sudah menunggu kereta sepanjang malam
            """)
    void tellsShortTextsOfOneScript(String language, String text) {
        assertEquals(language, detector.detect(text).code());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "12345 678",
                "x",
                ":) :)",
                "🙂🎉🚀",
                "v2.4.1-rc3",
                "https://example.org/a/b",
                "Kubernetes",
                "HTTP API JSON",
                "com.example.Main#run()",
                "com.example.Main#run(int)",
                "String.valueOf(char)",
                "int, char[], void",
                "foo(bar, baz)",
                "user@example.org @ida #tag"
            })
    void neverGuesses(String text) {
        assertEquals("und", detector.detect(text).code());
    }

    @Test
    void readsPastNamesOfProductsAndVersions() {
        assertEquals("de", detector.detect("Kafka 3.9.0 ist seit gestern da").code());
        assertEquals("ja", detector.detect("PostgreSQL 18の新機能").code());
        assertEquals("ko", detector.detect("PostgreSQL 18이 나왔습니다").code());
        assertEquals("uk", detector.detect("PostgreSQL 18 випущено").code());
    }

    @Test
    void takesTheFrequentLanguageWhereLittleIsSaid() {
        assertEquals("en", detector.detect("Yesterday Mozilla Labs").code());
        assertEquals("ja", detector.detect("日本Ruby").code());
    }

    @Test
    void tellsChineseAndJapaneseByTheirCommas() {
        assertEquals("zh", detector.detect("2014年，").code());
        assertTrue(detector.detect("日本、").of("ja") > detector.detect("日本").of("ja"));
    }

    @Test
    void followsMostOfTheProseNotItsStart() {
        String menu = "Home\nAbout us\nContact\nSearch this site and read more of our latest posts\n";
        String german =
                "Am Morgen lag Nebel über dem Fluss, und die Fähre fuhr erst gegen Mittag. Wir warteten im Gasthaus, "
                        + "tranken Tee und lasen die alten Zeitungen, die auf der Fensterbank lagen. ";

        assertEquals("de", detector.detect(menu + german.repeat(4)).code());
    }

    @Test
    void takesNoTimeOverAVeryLongText() {
        String text = "Am Morgen lag Nebel über dem Fluss. ".repeat(200_000);

        assertTimeout(
                Duration.ofSeconds(2),
                () -> assertEquals("de", detector.detect(text).code()));
    }

    @Test
    void givesProbabilitiesThatSumToNoMoreThanOne() {
        for (String text : List.of("Kafka", "No problem", "Nebel über dem Fluss", "日本", "Ελλάδα Rome")) {
            Map<String, Double> found = detector.detect(text).probabilities();
            double sum = found.values().stream().mapToDouble(p -> p).sum();
            assertTrue(sum <= 1 + 1e-9, () -> text + " " + sum);
        }
    }

    @Test
    void isTheSurerTheMoreItReads() {
        String text = "La nave è partita ieri sera dal porto vecchio e nessuno sa quando tornerà";
        String[] words = text.split(" ");

        double few =
                detector.detect(String.join(" ", List.of(words).subList(0, 2))).of("it");
        double all = detector.detect(text).of("it");

        assertTrue(few < all && all > 0.99, few + " " + all);
    }

    /** Ambiguous and plain fragments alike: what was said with p is right about p of the time. */
    @Test
    void isAboutAsOftenRightAsItSays() {
        List<String[]> samples = Samples.fragments();
        double said = 0;
        double right = 0;
        for (String[] sample : samples) {
            Detection found = detector.detect(sample[1]);
            said += found.confidence();
            if (found.likeliest().equals(sample[0])) right++;
        }

        assertEquals(right / samples.size(), said / samples.size(), 0.08);
    }
}
