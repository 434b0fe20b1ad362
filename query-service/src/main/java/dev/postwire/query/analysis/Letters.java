package dev.postwire.query.analysis;

import java.io.IOException;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** Puts one letter for another: so that what folds marks lets a letter pass that only looks as if it had one. */
final class Letters extends TokenFilter {
    private final char written;
    private final char read;
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);

    Letters(TokenStream input, char written, char read) {
        super(input);
        this.written = written;
        this.read = read;
    }

    @Override
    public boolean incrementToken() throws IOException {
        if (!input.incrementToken()) return false;
        char[] letters = term.buffer();
        for (int i = 0; i < term.length(); i++) {
            if (letters[i] == written) letters[i] = read;
        }
        return true;
    }
}
