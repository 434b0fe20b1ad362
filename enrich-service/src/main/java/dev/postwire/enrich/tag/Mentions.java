package dev.postwire.enrich.tag;

import dev.postwire.enrich.post.EnrichedPost.Evidence;
import dev.postwire.enrich.word.Words;
import java.util.ArrayList;
import java.util.List;

/** Finds whole-word mentions of a phrase in one text, without regard to case. */
final class Mentions {
    /** Enough to show why; all would repeat the text. */
    private static final int MOST_MENTIONS = 3;
    /** Where a phrase is only part of longer words counts too: a text may be full of such places. */
    private static final int MOST_PLACES = 10_000;

    /** Where a long text is about something it says so early; each phrase is looked for in all of this. */
    private static final int LONGEST_SEARCHED = 100_000;

    private final String text;
    /** The text without regard to case, made when first needed. */
    private String folded;

    Mentions(String text) {
        this.text = text;
    }

    List<Evidence> of(String phrase) {
        List<Evidence> found = new ArrayList<>();
        int points = 0;
        int counted = 0;
        Phrase wanted = new Phrase(fold(phrase));
        int at = next(wanted, 0);
        for (int place = 0; at >= 0 && found.size() < MOST_MENTIONS && place < MOST_PLACES; place++) {
            boolean mention = isEdge(at) && isEdge(at + phrase.length());
            if (mention) {
                points += text.codePointCount(counted, at);
                counted = at;
                String quote = text.substring(at, at + phrase.length());
                found.add(Evidence.span(points, points + quote.codePointCount(0, quote.length()), quote));
            }
            at = next(wanted, mention ? at + phrase.length() : at + 1);
        }
        return found;
    }

    private int next(Phrase phrase, int from) {
        if (folded == null) folded = fold(text.substring(0, Math.min(text.length(), LONGEST_SEARCHED)));
        return phrase.next(folded, from);
    }

    /** Char by char, as {@link String#regionMatches(boolean, int, String, int, int)} compares, so that places stay the same. */
    private static String fold(String text) {
        char[] chars = text.toCharArray();
        for (int i = 0; i < chars.length; i++) {
            char c = chars[i];
            if (c >= 0x80) chars[i] = Character.toLowerCase(Character.toUpperCase(c));
            else if (c >= 'A' && c <= 'Z') chars[i] = (char) (c + ('a' - 'A'));
        }
        return new String(chars);
    }

    /** Whether a word may begin or end here; scripts without spaces have such an edge everywhere. */
    private boolean isEdge(int at) {
        if (at == 0 || at == text.length()) return true;
        int before = text.codePointBefore(at);
        int after = text.codePointAt(at);
        if (Character.isLowSurrogate(text.charAt(at)) && Character.isHighSurrogate(text.charAt(at - 1))) return false;
        boolean inWord = Character.isLetterOrDigit(before) && Character.isLetterOrDigit(after);
        return !inWord
                || Character.isIdeographic(before)
                || Character.isIdeographic(after)
                || Words.isSeam(before, after);
    }
}
