package dev.postwire.query.analysis;

import java.io.Reader;
import java.util.List;
import java.util.function.Supplier;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;

/** An analyzer put together from a tokenizer and filters in order. Safe for any number of threads, as Lucene's own are. */
final class Chain extends Analyzer {
    private final Reading reading;
    private final Supplier<Tokenizer> tokenizer;
    private final List<Step> filters;

    /** One filter of an analyzer. */
    @FunctionalInterface
    interface Step {
        TokenStream apply(TokenStream input);
    }

    /** How a text is read before it is cut. */
    @FunctionalInterface
    interface Reading {
        Reader apply(Reader text);
    }

    Chain(Supplier<Tokenizer> tokenizer, Step... filters) {
        this(text -> text, tokenizer, filters);
    }

    Chain(Reading reading, Supplier<Tokenizer> tokenizer, Step... filters) {
        this.reading = reading;
        this.tokenizer = tokenizer;
        this.filters = List.of(filters);
    }

    @Override
    protected Reader initReader(String field, Reader text) {
        return reading.apply(text);
    }

    @Override
    protected TokenStreamComponents createComponents(String field) {
        Tokenizer source = tokenizer.get();
        TokenStream tokens = source;
        for (Step filter : filters) tokens = filter.apply(tokens);
        return new TokenStreamComponents(source, tokens);
    }
}
