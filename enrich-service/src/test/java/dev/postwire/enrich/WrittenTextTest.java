package dev.postwire.enrich;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Plain text that somebody wrote keeps every word, in every language. */
class WrittenTextTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Mistä löytäisin tietoa vanhoista sahoista ja niiden terien teroituksesta kotona?\n"
                        + "Kirjaston hyllystä löytyy kaksi opasta, joissa teroitus neuvotaan vaihe vaiheelta kuvien kanssa.",
                "Gestern fiel der Strom im ganzen Dorf aus, und niemand wusste zunächst, warum das so war.\n\n"
                        + "Am Abend kam er wieder, als wäre nichts gewesen, und alle gingen schlafen.",
                "The kettle broke on a Tuesday. We drank cold tea until Friday, and it was not as bad as we had feared.",
                // A question with more short lines than long ones.
                "Etsin lapselle kirjoja sahaamisesta, höyläämisestä ja puukoista, jotka se voisi itse lukea.\n"
                        + "Näistä teoksista voisi olla apua, kysy niitä lähimmästä kirjastosta:\n"
                        + "Puro, Elli: Sahan tarina\nKoski, Aarne: Höylä 1994\nLehto, Impi: Puukko ja minä\n"
                        + "http://www.kirjat.example/sahat",
                // An opening longer than most sentences.
                "When the kettle, which had come with the house and which nobody had ever thought of as anything but a part"
                        + " of it, broke on a Tuesday in the middle of the coldest week that the village had seen in years,"
                        + " we drank cold tea, and then no tea, and then whatever the neighbours had left on the stairs.",
                // Names of those who did something are no menu.
                "In May the Ferry Research Centre of North Harbour University, with the Old Tide Mill Society, counted"
                        + " every boat that passed the lighthouse. Most were late.",
                // German, with more capitals than other languages have.
                "Am Abend stellten Anna Brandt, Leiterin der Hafenmeisterei, Peter Voss, Kapitän der Nachtfähre, Ida Kern,"
                        + " Wirtin im Krug, Jan Lohse, Bäcker am Markt, Emil Groth, Lehrer der Dorfschule, und Tilda Wiese, Küsterin"
                        + " der Marienkirche, den Plan für Brücke, Deich, Schleuse und Leuchtturm im Saal des Rathauses vor"
                        + " allen Bürgern der Stadt und ihren Gästen vor.",
                // Scripts without capitals, and with vowels that are marks.
                "पुरानी नाव हर सुबह नदी के उस पार से डाक और दूध लेकर आती है, और जब पानी बहुत ऊँचा होता है तब गाँव के लोग किनारे पर"
                        + " खड़े होकर देर तक उसकी राह देखते हैं, क्योंकि दूसरी कोई नाव इस घाट पर नहीं आती और पुल यहाँ से बहुत दूर है।"
                        + " शाम को वही नाव लौट जाती है।",
                "كان القارب القديم يعبر النهر كل صباح حاملا البريد والحليب والخبز إلى القرية الصغيرة الواقعة على الضفة الأخرى"
                        + " وكان الناس يقفون طويلا عند المرسى ينتظرون وصوله حين يرتفع الماء لأن القارب الآخر لا يأتي إلى هنا أبدا والجسر"
                        + " بعيد جدا عن بيوتهم وحقولهم ومدرسة أولادهم. ثم يعود في المساء.",
                "เรือเก่าข้ามแม่น้ำทุกเช้าเพื่อนำจดหมายและนมมาส่งที่หมู่บ้าน เมื่อน้ำขึ้นสูงชาวบ้านจะยืนรออยู่ที่ท่าเป็นเวลานาน"
                        + " เพราะไม่มีเรือลำอื่นมาที่นี่และสะพานอยู่ไกลมาก",
            })
    void keepsEveryWord(String text) {
        String kept = RawPosts.enriched(RawPosts.of("text/plain; charset=utf-8", text.getBytes(UTF_8)))
                .text();

        assertEquals(text.replaceAll("\\s+", " "), kept.replaceAll("\\s+", " "));
    }

    /** As one who names the title apart may. */
    @Test
    void mayWriteAboutWhatPagesOffer() {
        String text =
                "We moved the newsletter last week. It has a search now, and what we post on Twitter stands beside it.";
        String envelope = "{\"title\": \"A new home\", \"contentType\": \"text/plain\", \"content\": \"" + text + "\"}";

        String kept = RawPosts.enriched(RawPosts.of("application/json", envelope.getBytes(UTF_8)))
                .text();

        assertEquals(text, kept);
    }
}
