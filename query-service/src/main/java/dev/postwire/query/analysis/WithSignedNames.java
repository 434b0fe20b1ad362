package dev.postwire.query.analysis;

import java.io.Reader;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.AnalyzerWrapper;

/** Another analyzer, which keeps names such as C++ and .NET whole. Safe for any number of threads, as Lucene's own are. */
final class WithSignedNames extends AnalyzerWrapper {
    private final Analyzer analyzer;

    WithSignedNames(Analyzer analyzer) {
        super(GLOBAL_REUSE_STRATEGY); // a language's analyzer is the same for all fields
        this.analyzer = analyzer;
    }

    @Override
    protected Analyzer getWrappedAnalyzer(String field) {
        return analyzer;
    }

    @Override
    protected Reader wrapReader(String field, Reader text) {
        return new SignedNames(text);
    }
}
