package dev.postwire.query.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.StopwordAnalyzerBase;
import org.apache.lucene.analysis.ar.ArabicAnalyzer;
import org.apache.lucene.analysis.ar.ArabicNormalizationFilter;
import org.apache.lucene.analysis.bg.BulgarianAnalyzer;
import org.apache.lucene.analysis.bn.BengaliAnalyzer;
import org.apache.lucene.analysis.ca.CatalanAnalyzer;
import org.apache.lucene.analysis.ckb.SoraniAnalyzer;
import org.apache.lucene.analysis.cz.CzechAnalyzer;
import org.apache.lucene.analysis.el.GreekAnalyzer;
import org.apache.lucene.analysis.et.EstonianAnalyzer;
import org.apache.lucene.analysis.eu.BasqueAnalyzer;
import org.apache.lucene.analysis.fa.PersianAnalyzer;
import org.apache.lucene.analysis.ga.IrishAnalyzer;
import org.apache.lucene.analysis.gl.GalicianAnalyzer;
import org.apache.lucene.analysis.hi.HindiAnalyzer;
import org.apache.lucene.analysis.hu.HungarianAnalyzer;
import org.apache.lucene.analysis.hy.ArmenianAnalyzer;
import org.apache.lucene.analysis.id.IndonesianAnalyzer;
import org.apache.lucene.analysis.lt.LithuanianAnalyzer;
import org.apache.lucene.analysis.lv.LatvianAnalyzer;
import org.apache.lucene.analysis.ne.NepaliAnalyzer;
import org.apache.lucene.analysis.ro.RomanianAnalyzer;
import org.apache.lucene.analysis.ru.RussianAnalyzer;
import org.apache.lucene.analysis.sr.SerbianAnalyzer;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.ta.TamilAnalyzer;
import org.apache.lucene.analysis.te.TeluguAnalyzer;
import org.apache.lucene.analysis.th.ThaiAnalyzer;
import org.apache.lucene.analysis.th.ThaiTokenizer;
import org.apache.lucene.analysis.tr.TurkishAnalyzer;
import org.apache.lucene.analysis.tr.TurkishLowerCaseFilter;
import org.tartarus.snowball.ext.RomanianStemmer;

/** The languages whose stems are cut as Lucene cuts them, and what all the rest share. */
final class FurtherLanguages {
    private FurtherLanguages() {}

    static List<Language> all() {
        List<Language> all = new ArrayList<>();
        Analyzer folded = new Chain(StandardTokenizer::new, Steps::folded);
        Analyzer lower = new Chain(StandardTokenizer::new, Steps::lower);
        all.add(of("bg", new BulgarianAnalyzer(), lower));
        all.add(of("bn", new BengaliAnalyzer(), lower));
        all.add(of("ca", new CatalanAnalyzer(), folded));
        all.add(of("ckb", new SoraniAnalyzer(), lower));
        all.add(of("cs", new CzechAnalyzer(), folded));
        all.add(of("el", new GreekAnalyzer(), folded));
        all.add(of("et", new EstonianAnalyzer(), lower));
        all.add(of("eu", new BasqueAnalyzer(), lower));
        all.add(of("fa", new PersianAnalyzer(), lower));
        all.add(of("ga", new IrishAnalyzer(), folded));
        all.add(of("gl", new GalicianAnalyzer(), new Chain(StandardTokenizer::new, Steps::foldedButEnye)));
        all.add(of("hi", new HindiAnalyzer(), lower));
        all.add(of("hu", new HungarianAnalyzer(), lower));
        all.add(of("hy", new ArmenianAnalyzer(), lower));
        all.add(of("id", new IndonesianAnalyzer(), lower));
        all.add(of("lt", new LithuanianAnalyzer(), folded));
        all.add(of("lv", new LatvianAnalyzer(), folded));
        all.add(of("ne", new NepaliAnalyzer(), lower));
        all.add(romanian(folded));
        all.add(of("ru", new RussianAnalyzer(), folded));
        all.add(of("sr", new SerbianAnalyzer(), folded));
        all.add(of("ta", new TamilAnalyzer(), lower));
        all.add(of("te", new TeluguAnalyzer(), lower));
        all.add(of("th", new ThaiAnalyzer(), new Chain(ThaiTokenizer::new, Steps::lower)));
        all.add(of(
                "ar",
                new ArabicAnalyzer(),
                new Chain(StandardTokenizer::new, Steps::lower, ArabicNormalizationFilter::new)));
        // Turkish tells ı from i: what case folding knows of neither.
        all.add(of("tr", new TurkishAnalyzer(), new Chain(StandardTokenizer::new, TurkishLowerCaseFilter::new)));
        all.add(vietnamese());
        all.add(new Language("other", folded, folded, Set.of(), Language.Scripts.ALPHABETIC));
        return all;
    }

    /** ș and ț are written with a comma, as they should be, or with a cedilla, as older keyboards do and the stemmer knows them. */
    private static Language romanian(Analyzer exact) {
        CharArraySet empty = RomanianAnalyzer.getDefaultStopSet();
        Analyzer stemmed = new WordChain(
                StandardTokenizer::new,
                Steps::lower,
                input -> new Letters(new Letters(input, 'ș', 'ş'), 'ț', 'ţ'),
                Steps.without(empty),
                Steps.snowball(RomanianStemmer::new),
                Steps::folded);
        return Languages.alphabetic("ro", stemmed, exact, Steps.words(empty));
    }

    /**
     * Words have no endings, and their marks tell them apart: bán sells, bạn is a friend. So what is typed with its marks finds such
     * words first; what is typed without them finds all.
     */
    private static Language vietnamese() {
        CharArraySet empty = Steps.set(VietnameseWords.EMPTY);
        return Languages.alphabetic(
                "vi",
                new WordChain(StandardTokenizer::new, Steps::lower, Steps.without(empty)),
                new Chain(StandardTokenizer::new, Steps::folded),
                VietnameseWords.EMPTY);
    }

    private static Language of(String name, StopwordAnalyzerBase stemmed, Analyzer exact) {
        return Languages.alphabetic(name, stemmed, exact, Steps.words(stemmed.getStopwordSet()));
    }
}
