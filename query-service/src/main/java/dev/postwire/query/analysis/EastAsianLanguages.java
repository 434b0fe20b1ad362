package dev.postwire.query.analysis;

import com.ibm.icu.text.Normalizer2;
import dev.postwire.query.analysis.Language.Scripts;
import java.util.List;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.cjk.CJKBigramFilter;
import org.apache.lucene.analysis.cjk.CJKWidthFilter;
import org.apache.lucene.analysis.cn.smart.HMMChineseTokenizer;
import org.apache.lucene.analysis.cn.smart.SmartChineseAnalyzer;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.icu.ICUNormalizer2CharFilter;
import org.apache.lucene.analysis.ja.JapaneseAnalyzer;
import org.apache.lucene.analysis.ko.KoreanPartOfSpeechStopFilter;
import org.apache.lucene.analysis.ko.KoreanReadingFormFilter;
import org.apache.lucene.analysis.ko.KoreanTokenizer;
import org.apache.lucene.analysis.standard.StandardTokenizer;

/**
 * Chinese, Japanese and Korean: cut into words by a dictionary; and, as they stand, into pairs of characters, so that a phrase is found
 * wherever it stands however a dictionary would cut it. Chinese is read in simplified characters, whichever it is written in: so either
 * finds the other, and one dictionary serves both.
 */
final class EastAsianLanguages {
    /** One way to write a letter, also where a syllable is written in its parts, as files from some systems have it. */
    private static final Normalizer2 COMPATIBLE = Normalizer2.getNFKCInstance();

    private EastAsianLanguages() {}

    static List<Language> all() {
        return List.of(
                new Language(
                        "ja", new Late(JapaneseAnalyzer::new), pairs(input -> input), Set.of(), Scripts.EAST_ASIAN),
                new Language("ko", korean(), pairs(EastAsianLanguages::composed), Set.of(), Scripts.EAST_ASIAN),
                new Language("zh", chinese(), pairs(SimplifiedFilter::new), Set.of(), Scripts.EAST_ASIAN));
    }

    private static Analyzer pairs(Chain.Reading reading) {
        return new Chain(
                reading,
                StandardTokenizer::new,
                CJKWidthFilter::new,
                Steps::lower,
                input -> new CJKBigramFilter(input));
    }

    private static Analyzer korean() {
        return new Chain(
                EastAsianLanguages::composed,
                KoreanTokenizer::new,
                KoreanPartOfSpeechStopFilter::new,
                KoreanReadingFormFilter::new,
                LowerCaseFilter::new);
    }

    private static Analyzer chinese() {
        CharArraySet empty = SmartChineseAnalyzer.getDefaultStopSet();
        return new Chain(SimplifiedFilter::new, HMMChineseTokenizer::new, PorterStemFilter::new, Steps.without(empty));
    }

    private static java.io.Reader composed(java.io.Reader text) {
        return new ICUNormalizer2CharFilter(text, COMPATIBLE);
    }
}
