package dev.postwire.enrich.tag;

import dev.postwire.enrich.post.EnrichedPost.Evidence;
import java.util.ArrayList;
import java.util.List;

/** Finds whole-word mentions of a phrase in one text, without regard to case. */
final class Mentions {
    /** Enough to show why; all would repeat the text. */
    private static final int MOST_MENTIONS = 3;

    private final String text;

    Mentions(String text) {
        this.text = text;
    }

    List<Evidence> of(String phrase) {
        List<Evidence> found = new ArrayList<>();
        int points = 0;
        int counted = 0;
        for (int at = next(phrase, 0);
                at >= 0 && found.size() < MOST_MENTIONS;
                at = next(phrase, at + phrase.length())) {
            points += text.codePointCount(counted, at);
            counted = at;
            String quote = text.substring(at, at + phrase.length());
            found.add(Evidence.span(points, points + quote.codePointCount(0, quote.length()), quote));
        }
        return found;
    }

    private int next(String phrase, int from) {
        for (int at = from; at + phrase.length() <= text.length(); at++) {
            boolean same = text.regionMatches(true, at, phrase, 0, phrase.length());
            if (same && isEdge(at) && isEdge(at + phrase.length())) return at;
        }
        return -1;
    }

    /** Whether a word may begin or end here; scripts without spaces have such an edge everywhere. */
    private boolean isEdge(int at) {
        if (at == 0 || at == text.length()) return true;
        int before = text.codePointBefore(at);
        int after = text.codePointAt(at);
        if (Character.isLowSurrogate(text.charAt(at)) && Character.isHighSurrogate(text.charAt(at - 1))) return false;
        boolean inWord = Character.isLetterOrDigit(before) && Character.isLetterOrDigit(after);
        return !inWord || Character.isIdeographic(before) || Character.isIdeographic(after);
    }
}
