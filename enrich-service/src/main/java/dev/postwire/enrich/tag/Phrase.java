package dev.postwire.enrich.tag;

/**
 * Finds one phrase in texts in time linear in them. The platform's search is the fastest there is but for phrases that repeat
 * their own beginning, on texts that do too; for those Knuth, Morris and Pratt's takes its place.
 */
final class Phrase {
    /** So short a repetition costs the platform's search no more than a few steps a char. */
    private static final int SHORT = 3;

    private final String phrase;
    /** For each prefix, how long its longest proper prefix is that is also its end. */
    private final int[] borders;

    private final boolean repeats;

    Phrase(String phrase) {
        this.phrase = phrase;
        this.borders = new int[phrase.length()];
        int longest = 0;
        for (int i = 1, border = 0; i < borders.length; i++) {
            while (border > 0 && phrase.charAt(i) != phrase.charAt(border)) border = borders[border - 1];
            if (phrase.charAt(i) == phrase.charAt(border)) border++;
            borders[i] = border;
            longest = Math.max(longest, border);
        }
        this.repeats = longest > SHORT;
    }

    /** Where it next stands in the text, or -1. */
    int next(String text, int from) {
        if (!repeats) return text.indexOf(phrase, from);
        int matched = 0;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            while (matched > 0 && c != phrase.charAt(matched)) matched = borders[matched - 1];
            if (c == phrase.charAt(matched)) matched++;
            if (matched == phrase.length()) return i + 1 - matched;
        }
        return -1;
    }
}
