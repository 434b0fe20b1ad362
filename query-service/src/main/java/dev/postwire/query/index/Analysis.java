package dev.postwire.query.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** Cuts what was typed as what was written is cut. */
final class Analysis {
    /** A word of a query may be a page of text without a space: of more terms than that the first ones are taken. */
    static final int MOST_TERMS = 256;

    private Analysis() {}

    /** The terms in their order, at most {@link #MOST_TERMS}. */
    static List<String> terms(Analyzer analyzer, String field, String text) {
        List<String> terms = new ArrayList<>();
        try (TokenStream tokens = analyzer.tokenStream(field, text)) {
            CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
            tokens.reset();
            while (terms.size() < MOST_TERMS && tokens.incrementToken()) terms.add(term.toString());
        } catch (IOException e) {
            throw new UncheckedIOException("reading from memory failed", e);
        }
        return terms;
    }
}
