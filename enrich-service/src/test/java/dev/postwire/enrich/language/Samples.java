package dev.postwire.enrich.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Sentences of our own writing, cut into pieces of two, three and five words. */
final class Samples {
    private static final int[] LENGTHS = {2, 3, 5};

    private static final Map<String, String> SENTENCES = Map.ofEntries(
            Map.entry(
                    "en",
                    "The kettle was still warm when we came back from the garden and nobody had seen the grey cat since noon"),
            Map.entry(
                    "de",
                    "Der Kessel war noch warm als wir aus dem Garten kamen und niemand hatte seit Mittag die graue Katze gesehen"),
            Map.entry(
                    "fr",
                    "La bouilloire était encore chaude quand nous sommes rentrés du jardin et personne n'avait vu le chat gris depuis midi"),
            Map.entry(
                    "es",
                    "La tetera seguía caliente cuando volvimos del jardín y nadie había visto al gato gris desde el mediodía"),
            Map.entry(
                    "pt",
                    "A chaleira ainda estava quente quando voltamos do jardim e ninguém tinha visto o gato cinzento desde o meio-dia"),
            Map.entry(
                    "it",
                    "Il bollitore era ancora caldo quando siamo tornati dal giardino e nessuno aveva visto il gatto grigio da mezzogiorno"),
            Map.entry(
                    "nl",
                    "De ketel was nog warm toen we uit de tuin kwamen en niemand had de grijze kat sinds de middag gezien"),
            Map.entry(
                    "pl",
                    "Czajnik był jeszcze ciepły kiedy wróciliśmy z ogrodu i nikt nie widział szarego kota od południa"),
            Map.entry(
                    "sv",
                    "Kitteln var fortfarande varm när vi kom tillbaka från trädgården och ingen hade sett den grå katten sedan lunch"),
            Map.entry(
                    "da",
                    "Kedlen var stadig varm da vi kom tilbage fra haven og ingen havde set den grå kat siden middag"),
            Map.entry(
                    "cs",
                    "Konvice byla ještě teplá když jsme se vrátili ze zahrady a nikdo od poledne neviděl šedou kočku"),
            Map.entry("tr", "Bahçeden döndüğümüzde çaydanlık hâlâ sıcaktı ve öğleden beri kimse gri kediyi görmemişti"),
            Map.entry(
                    "fi",
                    "Kattila oli vielä lämmin kun tulimme puutarhasta eikä kukaan ollut nähnyt harmaata kissaa puolenpäivän jälkeen"),
            Map.entry(
                    "id",
                    "Ceret masih hangat ketika kami kembali dari kebun dan tidak ada yang melihat kucing abu-abu itu sejak siang"),
            Map.entry("ru", "Чайник был ещё тёплым когда мы вернулись из сада и никто не видел серую кошку с полудня"),
            Map.entry("uk", "Чайник був ще теплий коли ми повернулися з саду і ніхто не бачив сірої кішки з полудня"),
            Map.entry(
                    "bg",
                    "Чайникът беше още топъл когато се върнахме от градината и никой не беше виждал сивата котка от обяд"));

    private Samples() {}

    /** Pairs of language and text. */
    static List<String[]> fragments() {
        List<String[]> fragments = new ArrayList<>();
        SENTENCES.forEach((language, sentence) -> {
            List<String> words = List.of(sentence.split(" "));
            for (int length : LENGTHS) {
                for (int i = 0; i + length <= words.size(); i += length) {
                    fragments.add(new String[] {language, String.join(" ", words.subList(i, i + length))});
                }
            }
        });
        return fragments;
    }
}
