package dev.postwire.query.analysis;

import java.util.List;
import java.util.Set;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.da.DanishAnalyzer;
import org.apache.lucene.analysis.de.GermanAnalyzer;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.es.SpanishAnalyzer;
import org.apache.lucene.analysis.fi.FinnishAnalyzer;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.fr.FrenchLightStemFilter;
import org.apache.lucene.analysis.it.ItalianAnalyzer;
import org.apache.lucene.analysis.it.ItalianLightStemFilter;
import org.apache.lucene.analysis.miscellaneous.ScandinavianNormalizationFilter;
import org.apache.lucene.analysis.nl.DutchAnalyzer;
import org.apache.lucene.analysis.no.NorwegianAnalyzer;
import org.apache.lucene.analysis.no.NorwegianLightStemFilter;
import org.apache.lucene.analysis.pt.PortugueseAnalyzer;
import org.apache.lucene.analysis.pt.PortugueseLightStemFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.sv.SwedishAnalyzer;
import org.apache.lucene.analysis.sv.SwedishLightStemFilter;
import org.apache.lucene.analysis.util.ElisionFilter;
import org.tartarus.snowball.ext.DanishStemmer;
import org.tartarus.snowball.ext.DutchStemmer;
import org.tartarus.snowball.ext.EnglishStemmer;
import org.tartarus.snowball.ext.FinnishStemmer;
import org.tartarus.snowball.ext.German2Stemmer;
import org.tartarus.snowball.ext.SpanishStemmer;

/** The languages of western and northern Europe, each folded as its readers fold it. */
final class WesternLanguages {
    private static final CharArraySet ITALIAN_ARTICLES = Steps.set(Set.of(
            "c", "l", "all", "dall", "dell", "nell", "sull", "coll", "pell", "gl", "agl", "dagl", "degl", "negl",
            "sugl", "un", "m", "t", "s", "v", "d"));

    private WesternLanguages() {}

    static List<Language> all() {
        return List.of(
                english(),
                german(),
                spanish(),
                romance(
                        "fr",
                        FrenchAnalyzer.getDefaultStopSet(),
                        input -> new ElisionFilter(input, FrenchAnalyzer.DEFAULT_ARTICLES),
                        FrenchLightStemFilter::new),
                romance(
                        "it",
                        ItalianAnalyzer.getDefaultStopSet(),
                        input -> new ElisionFilter(input, ITALIAN_ARTICLES),
                        ItalianLightStemFilter::new),
                romance("pt", PortugueseAnalyzer.getDefaultStopSet(), input -> input, PortugueseLightStemFilter::new),
                romance("nl", DutchAnalyzer.getDefaultStopSet(), input -> input, Steps.snowball(DutchStemmer::new)),
                northern("sv", SwedishAnalyzer.getDefaultStopSet(), SwedishLightStemFilter::new),
                northern("da", DanishAnalyzer.getDefaultStopSet(), Steps.snowball(DanishStemmer::new)),
                northern("no", NorwegianAnalyzer.getDefaultStopSet(), NorwegianLightStemFilter::new),
                finnish());
    }

    private static Language english() {
        CharArraySet empty = Steps.set(EnglishWords.EMPTY);
        return Languages.alphabetic(
                "en",
                new WordChain(
                        StandardTokenizer::new,
                        EnglishPossessiveFilter::new,
                        Steps::lower,
                        Steps.without(empty),
                        Steps::folded,
                        Steps.snowball(EnglishStemmer::new)),
                new Chain(StandardTokenizer::new, EnglishPossessiveFilter::new, Steps::folded),
                EnglishWords.EMPTY);
    }

    private static Language spanish() {
        CharArraySet empty = SpanishAnalyzer.getDefaultStopSet();
        return Languages.alphabetic(
                "es",
                new WordChain(
                        StandardTokenizer::new,
                        Steps::lower,
                        Steps.without(empty),
                        Steps.snowball(SpanishStemmer::new),
                        Steps::foldedButEnye),
                new Chain(StandardTokenizer::new, Steps::foldedButEnye),
                Steps.words(empty));
    }

    /** By the stem Bär is Bar and Häuser is Haus; as it stands Bär is Baer only, and so comes first. */
    private static Language german() {
        CharArraySet empty = GermanAnalyzer.getDefaultStopSet();
        return Languages.alphabetic(
                "de",
                new WordChain(
                        StandardTokenizer::new,
                        Steps.apart(Compounds.of("de", "s", "es", "n", "en", "er", "e")),
                        Steps::lower,
                        Steps.without(empty),
                        Steps.snowball(German2Stemmer::new),
                        Steps::folded),
                new Chain(StandardTokenizer::new, Steps::lower, GermanSpelling::new),
                Steps.words(empty));
    }

    /** Accents are left out as easily as they are typed. */
    private static Language romance(String name, CharArraySet empty, Chain.Step elision, Chain.Step stem) {
        return Languages.alphabetic(
                name,
                new WordChain(StandardTokenizer::new, elision, Steps::lower, Steps.without(empty), stem, Steps::folded),
                new Chain(StandardTokenizer::new, elision, Steps::folded),
                Steps.words(empty));
    }

    /** å, ä and ö are letters of their own; æ, ø and aa are how the neighbours write them. */
    private static Language northern(String name, CharArraySet empty, Chain.Step stem) {
        return Languages.alphabetic(
                name,
                new WordChain(
                        StandardTokenizer::new,
                        Steps::lower,
                        Steps.without(empty),
                        stem,
                        ScandinavianNormalizationFilter::new),
                new Chain(StandardTokenizer::new, Steps::lower, ScandinavianNormalizationFilter::new),
                Steps.words(empty));
    }

    private static Language finnish() {
        CharArraySet empty = FinnishAnalyzer.getDefaultStopSet();
        return Languages.alphabetic(
                "fi",
                new WordChain(
                        StandardTokenizer::new,
                        Steps::lower,
                        Steps.without(empty),
                        Steps.snowball(FinnishStemmer::new)),
                new Chain(StandardTokenizer::new, Steps::lower),
                Steps.words(empty));
    }
}
