package dev.postwire.query.index;

import dev.postwire.query.analysis.Languages;
import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.DelegatingAnalyzerWrapper;

/** Cuts each field as its language is cut. */
final class FieldAnalyzers extends DelegatingAnalyzerWrapper {
    /** So that no phrase is found across the end of one part and the beginning of the next. */
    private static final int GAP = 100;

    private final Map<String, Analyzer> byField = new HashMap<>();

    FieldAnalyzers(Languages languages) {
        super(PER_FIELD_REUSE_STRATEGY);
        languages.all().forEach(language -> {
            byField.put(Fields.stemmed(language), language.stemmed());
            byField.put(Fields.title(language), language.stemmed());
            byField.put(Fields.exact(language), language.exact());
        });
    }

    @Override
    protected Analyzer getWrappedAnalyzer(String field) {
        return byField.get(field);
    }

    @Override
    public int getPositionIncrementGap(String field) {
        return GAP;
    }
}
