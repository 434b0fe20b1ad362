package dev.postwire.query.analysis;

import java.util.function.Supplier;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.DelegatingAnalyzerWrapper;

/** An analyzer whose dictionary is loaded when it is first needed: some take ten megabytes and more. */
final class Late extends DelegatingAnalyzerWrapper {
    private final Supplier<Analyzer> maker;
    private volatile Analyzer made;

    Late(Supplier<Analyzer> maker) {
        super(PER_FIELD_REUSE_STRATEGY);
        this.maker = maker;
    }

    @Override
    protected Analyzer getWrappedAnalyzer(String field) {
        Analyzer ready = made;
        if (ready != null) return ready;
        synchronized (this) {
            if (made == null) made = maker.get();
            return made;
        }
    }
}
