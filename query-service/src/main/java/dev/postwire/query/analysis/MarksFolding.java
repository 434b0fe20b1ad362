package dev.postwire.query.analysis;

import java.io.IOException;
import java.text.Normalizer;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * Leaves out the accents of Latin and Greek letters, and reads ё as е, as those do who type in a hurry. The marks of other scripts
 * make other letters and stay: й is not и.
 */
final class MarksFolding extends TokenFilter {
    private static final char FIRST_MARK = '\u0300';
    private static final char LAST_MARK = '\u036F';
    private static final char LAST_ASCII = '\u007F';

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);

    MarksFolding(TokenStream input) {
        super(input);
    }

    @Override
    public boolean incrementToken() throws IOException {
        if (!input.incrementToken()) return false;
        for (int i = 0; i < term.length(); i++) {
            if (term.charAt(i) > LAST_ASCII) {
                String folded = folded(term.toString());
                term.setEmpty().append(folded);
                return true;
            }
        }
        return true;
    }

    private static String folded(String word) {
        String apart = Normalizer.normalize(word, Normalizer.Form.NFD);
        StringBuilder kept = new StringBuilder(apart.length());
        boolean foldable = false;
        for (int i = 0; i < apart.length(); i++) {
            char c = apart.charAt(i);
            if (c >= FIRST_MARK && c <= LAST_MARK) {
                boolean io = c == '\u0308' && i > 0 && apart.charAt(i - 1) == 'е';
                if (foldable || io) continue;
            } else {
                Character.UnicodeScript script = Character.UnicodeScript.of(c);
                foldable = script == Character.UnicodeScript.LATIN || script == Character.UnicodeScript.GREEK;
            }
            kept.append(c);
        }
        return Normalizer.normalize(kept, Normalizer.Form.NFC);
    }
}
