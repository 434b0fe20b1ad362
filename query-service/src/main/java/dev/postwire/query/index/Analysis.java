package dev.postwire.query.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/** Cuts what was typed as what was written is cut. */
final class Analysis {
    /** A word of a query may be a page of text without a space: of more terms than that the first ones are taken. */
    static final int MOST_TERMS = 256;

    private Analysis() {}

    /** The terms in their order, at most {@link #MOST_TERMS}; behind a compound its parts. */
    static List<String> terms(Analyzer analyzer, String field, String text) {
        return terms(analyzer, field, text, false);
    }

    /** One term a place: of a compound the whole, so that they stand one after the other. */
    static List<String> wholes(Analyzer analyzer, String field, String text) {
        return terms(analyzer, field, text, true);
    }

    private static List<String> terms(Analyzer analyzer, String field, String text, boolean wholes) {
        List<String> terms = new ArrayList<>();
        try (TokenStream tokens = analyzer.tokenStream(field, text)) {
            CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
            PositionIncrementAttribute place = tokens.addAttribute(PositionIncrementAttribute.class);
            tokens.reset();
            while (terms.size() < MOST_TERMS && tokens.incrementToken()) {
                if (!wholes || place.getPositionIncrement() > 0) terms.add(term.toString());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("reading from memory failed", e);
        }
        return terms;
    }
}
