package dev.postwire.query.analysis;

import dev.postwire.query.analysis.Language.Scripts;
import java.util.List;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.cjk.CJKBigramFilter;
import org.apache.lucene.analysis.cjk.CJKWidthFilter;
import org.apache.lucene.analysis.cn.smart.SmartChineseAnalyzer;
import org.apache.lucene.analysis.ja.JapaneseAnalyzer;
import org.apache.lucene.analysis.ko.KoreanAnalyzer;
import org.apache.lucene.analysis.standard.StandardTokenizer;

/**
 * Chinese, Japanese and Korean: cut into words by a dictionary, traditional Chinese into pairs of characters; and, as they stand,
 * all into pairs, so that a phrase is found wherever it stands however a dictionary would cut it.
 */
final class EastAsianLanguages {
    private EastAsianLanguages() {}

    static List<Language> all() {
        Analyzer pairs = new Chain(
                StandardTokenizer::new, CJKWidthFilter::new, Steps::lower, input -> new CJKBigramFilter(input));
        return List.of(
                new Language("ja", new Late(JapaneseAnalyzer::new), pairs, Set.of(), Scripts.EAST_ASIAN),
                new Language("ko", new Late(KoreanAnalyzer::new), pairs, Set.of(), Scripts.EAST_ASIAN),
                new Language("zh", new Late(SmartChineseAnalyzer::new), pairs, Set.of(), Scripts.EAST_ASIAN),
                new Language("hant", pairs, pairs, Set.of(), Scripts.EAST_ASIAN));
    }
}
