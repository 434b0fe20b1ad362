package dev.postwire.enrich.word;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.tartarus.snowball.SnowballStemmer;
import org.tartarus.snowball.ext.ArabicStemmer;
import org.tartarus.snowball.ext.BasqueStemmer;
import org.tartarus.snowball.ext.CatalanStemmer;
import org.tartarus.snowball.ext.DanishStemmer;
import org.tartarus.snowball.ext.DutchStemmer;
import org.tartarus.snowball.ext.EnglishStemmer;
import org.tartarus.snowball.ext.EstonianStemmer;
import org.tartarus.snowball.ext.FinnishStemmer;
import org.tartarus.snowball.ext.FrenchStemmer;
import org.tartarus.snowball.ext.German2Stemmer;
import org.tartarus.snowball.ext.HungarianStemmer;
import org.tartarus.snowball.ext.IndonesianStemmer;
import org.tartarus.snowball.ext.ItalianStemmer;
import org.tartarus.snowball.ext.LithuanianStemmer;
import org.tartarus.snowball.ext.NorwegianStemmer;
import org.tartarus.snowball.ext.PortugueseStemmer;
import org.tartarus.snowball.ext.RomanianStemmer;
import org.tartarus.snowball.ext.RussianStemmer;
import org.tartarus.snowball.ext.SerbianStemmer;
import org.tartarus.snowball.ext.SpanishStemmer;
import org.tartarus.snowball.ext.SwedishStemmer;
import org.tartarus.snowball.ext.TurkishStemmer;

/**
 * Brings the forms of a word of one language together ({@code posts}, {@code posted}: {@code post}) by Snowball's algorithms. In a
 * language that has none, each word is its own stem. Remembers what it stemmed; used by one thread.
 */
public final class Stems {
    private static final Map<String, Supplier<SnowballStemmer>> LANGUAGES = Map.ofEntries(
            Map.entry("ar", ArabicStemmer::new),
            Map.entry("ca", CatalanStemmer::new),
            Map.entry("da", DanishStemmer::new),
            Map.entry("de", German2Stemmer::new),
            Map.entry("en", EnglishStemmer::new),
            Map.entry("es", SpanishStemmer::new),
            Map.entry("et", EstonianStemmer::new),
            Map.entry("eu", BasqueStemmer::new),
            Map.entry("fi", FinnishStemmer::new),
            Map.entry("fr", FrenchStemmer::new),
            Map.entry("hu", HungarianStemmer::new),
            Map.entry("id", IndonesianStemmer::new),
            Map.entry("it", ItalianStemmer::new),
            Map.entry("lt", LithuanianStemmer::new),
            Map.entry("nb", NorwegianStemmer::new),
            Map.entry("nl", DutchStemmer::new),
            Map.entry("no", NorwegianStemmer::new),
            Map.entry("pt", PortugueseStemmer::new),
            Map.entry("ro", RomanianStemmer::new),
            Map.entry("ru", RussianStemmer::new),
            Map.entry("sr", SerbianStemmer::new),
            Map.entry("sv", SwedishStemmer::new),
            Map.entry("tr", TurkishStemmer::new));

    /** Names with signs and numbers in them have no other forms. */
    private static final int SHORTEST = 3;

    private final Optional<SnowballStemmer> stemmer;
    private final Map<String, String> known = new HashMap<>();

    private Stems(Optional<SnowballStemmer> stemmer) {
        this.stemmer = stemmer;
    }

    /** @param language a BCP 47 tag, of which the language alone counts */
    public static Stems of(String language) {
        int end = language.indexOf('-');
        String code = end < 0 ? language : language.substring(0, end);
        return new Stems(Optional.ofNullable(LANGUAGES.get(code)).map(Supplier::get));
    }

    /** Of a word as {@link Words#folded} gives it. */
    public String stem(String folded) {
        if (stemmer.isEmpty() || folded.length() < SHORTEST) return folded;
        return known.computeIfAbsent(folded, this::stemmed);
    }

    private String stemmed(String folded) {
        for (int i = 0; i < folded.length(); i++) if (!Character.isLetter(folded.charAt(i))) return folded;
        SnowballStemmer program = stemmer.get();
        program.setCurrent(folded);
        program.stem();
        String stem = program.getCurrent();
        return stem.isEmpty() ? folded : stem;
    }
}
