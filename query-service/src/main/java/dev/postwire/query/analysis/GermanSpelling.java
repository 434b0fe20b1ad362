package dev.postwire.query.analysis;

import java.io.IOException;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** Writes ä, ö, ü and ß as German readers do where the keys are missing: ae, oe, ue, ss. So Müller is Mueller and not Muller. */
final class GermanSpelling extends TokenFilter {
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);

    GermanSpelling(TokenStream input) {
        super(input);
    }

    @Override
    public boolean incrementToken() throws IOException {
        if (!input.incrementToken()) return false;
        for (int i = 0; i < term.length(); i++) {
            if (spelled(term.charAt(i)) != null) {
                String word = term.toString();
                term.setEmpty();
                word.chars().forEach(c -> append((char) c));
                break;
            }
        }
        return true;
    }

    private void append(char c) {
        String spelled = spelled(c);
        if (spelled == null) term.append(c);
        else term.append(spelled);
    }

    private static String spelled(char c) {
        return switch (c) {
            case 'ä' -> "ae";
            case 'ö' -> "oe";
            case 'ü' -> "ue";
            case 'ß' -> "ss";
            default -> null;
        };
    }
}
