package dev.postwire.query.analysis;

import java.util.Set;
import org.apache.lucene.analysis.Analyzer;

/**
 * How one language is searched.
 *
 * @param name what its fields are called by: letters only
 * @param stemmed folds, leaves out what says nothing and cuts words to their stem
 * @param exact keeps every word as it is, but for case and for the marks that readers of that language do not tell apart
 * @param empty the words that say nothing, in lower case
 * @param scripts which words of a query can be of it
 */
public record Language(String name, Analyzer stemmed, Analyzer exact, Set<String> empty, Scripts scripts) {

    /** In which scripts a language is written. */
    public enum Scripts {
        /** Whatever is not Chinese, Japanese or Korean. */
        ALPHABETIC,
        /** Chinese, Japanese or Korean, with foreign words in between. */
        EAST_ASIAN
    }
}
