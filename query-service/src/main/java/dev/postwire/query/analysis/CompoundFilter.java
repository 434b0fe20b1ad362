package dev.postwire.query.analysis;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Locale;
import java.util.Queue;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/**
 * Behind a compound gives the words it is made of, at its place and in small letters: so a post about Stadtentwicklung is found by Entwicklung.
 * Stands before what writes letters another way, such as ß.
 */
final class CompoundFilter extends TokenFilter {
    private final Compounds compounds;
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final PositionIncrementAttribute increment = addAttribute(PositionIncrementAttribute.class);
    private final Queue<String> parts = new ArrayDeque<>();
    private State compound;

    CompoundFilter(TokenStream input, Compounds compounds) {
        super(input);
        this.compounds = compounds;
    }

    @Override
    public boolean incrementToken() throws IOException {
        if (!parts.isEmpty()) {
            restoreState(compound);
            term.setEmpty().append(parts.remove());
            increment.setPositionIncrement(0);
            return true;
        }
        if (!input.incrementToken()) return false;
        if (term.length() >= Compounds.SHORTEST) {
            parts.addAll(compounds.parts(term.toString().toLowerCase(Locale.ROOT)));
            if (!parts.isEmpty()) compound = captureState();
        }
        return true;
    }

    @Override
    public void reset() throws IOException {
        super.reset();
        parts.clear();
    }
}
