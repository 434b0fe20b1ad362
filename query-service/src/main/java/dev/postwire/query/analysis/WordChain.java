package dev.postwire.query.analysis;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/**
 * An analyzer whose filters look at one word at a time: each makes of a word another, adds others at its place or leaves it out, whatever stands beside it. So
 * what came of a word is remembered. Safe for any number of threads, as Lucene's own are.
 */
final class WordChain extends Analyzer {
    private final Supplier<Tokenizer> tokenizer;
    private final List<Chain.Step> filters;
    private final WordMemory memory = new WordMemory();

    WordChain(Supplier<Tokenizer> tokenizer, Chain.Step... filters) {
        this.tokenizer = tokenizer;
        this.filters = List.of(filters);
    }

    @Override
    protected TokenStreamComponents createComponents(String field) {
        Tokenizer source = tokenizer.get();
        return new TokenStreamComponents(source, new Cutting(source));
    }

    private final class Cutting extends TokenFilter {
        private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
        private final PositionIncrementAttribute increment = addAttribute(PositionIncrementAttribute.class);
        private final OneWord word = new OneWord();
        private final TokenStream chain;
        private final CharTermAttribute cut;
        private int leftOut;
        private char[][] terms = {};
        private int given;

        Cutting(TokenStream input) {
            super(input);
            TokenStream tokens = word;
            for (Chain.Step filter : filters) tokens = filter.apply(tokens);
            chain = tokens;
            cut = chain.getAttribute(CharTermAttribute.class);
        }

        @Override
        public boolean incrementToken() throws IOException {
            if (given < terms.length) {
                give();
                increment.setPositionIncrement(0);
                return true;
            }
            leftOut = 0;
            while (input.incrementToken()) {
                WordMemory.Remembered known = memory.of(term.buffer(), term.length());
                if (known == null) memory.remember(known = cut());
                if (!known.leftOut()) {
                    terms = known.terms();
                    given = 0;
                    give();
                    if (leftOut > 0) increment.setPositionIncrement(increment.getPositionIncrement() + leftOut);
                    return true;
                }
                leftOut += increment.getPositionIncrement();
            }
            return false;
        }

        private void give() {
            char[] next = terms[given++];
            term.copyBuffer(next, 0, next.length);
        }

        private WordMemory.Remembered cut() throws IOException {
            char[] written = Arrays.copyOf(term.buffer(), term.length());
            word.next = written;
            chain.reset();
            List<char[]> into = new ArrayList<>();
            while (chain.incrementToken()) into.add(Arrays.copyOf(cut.buffer(), cut.length()));
            chain.end();
            chain.close();
            return new WordMemory.Remembered(written, into.toArray(char[][]::new));
        }

        /** Where words were left out at the end, what follows in the same field is farther away. */
        @Override
        public void end() throws IOException {
            super.end();
            increment.setPositionIncrement(increment.getPositionIncrement() + leftOut);
        }

        @Override
        public void reset() throws IOException {
            super.reset();
            leftOut = 0;
            terms = new char[0][];
            given = 0;
        }
    }

    private static final class OneWord extends TokenStream {
        private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
        private char[] next;

        @Override
        public boolean incrementToken() {
            if (next == null) return false;
            clearAttributes();
            term.copyBuffer(next, 0, next.length);
            next = null;
            return true;
        }
    }
}
