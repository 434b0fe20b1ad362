package dev.postwire.enrich.entity;

import java.util.Set;

/** Tells by what stands around a known name that something else is meant by it. Stateless. */
final class Surroundings {
    private static final WordList STREETS = WordList.of("avenue boulevard lane road street strasse");

    /** The same behind a house's number. */
    private static final WordList STREETS_IN_SHORT = WordList.of("ave blvd dr ln rd st");

    private static final WordList NOBLES =
            WordList.of("baron baroness count countess duchess duke earl king lady lord prince princess queen");

    private Surroundings() {}

    /**
     * {@code 383 Montana St}, {@code Johnson & Wales}, {@code the Princess of Wales}, and {@code Clematis montana} in a text that
     * writes names with capitals.
     *
     * @param places that were found before it
     */
    static boolean arePlaceless(NameText text, int first, int last, Set<String> places) {
        if (text.shape(first) == Shape.SMALL && text.hasCapitals()) return true;
        if (isStreet(text, first, last)) return true;
        if (first == 0) return false;
        if (text.gap(first) == Gap.AMPERSAND) {
            return text.isCapital(first - 1) && !places.contains(text.key(first - 1, first - 1));
        }
        return text.plain(first - 1).equals("of") && text.follows(first) && NOBLES.contains(text.plain(first - 2));
    }

    private static boolean isStreet(NameText text, int first, int last) {
        if (!text.follows(last + 1) || !text.isCapital(last + 1)) return false;
        boolean numbered = text.follows(first) && text.shape(first - 1) == Shape.NUMBER;
        return STREETS.contains(text.plain(last + 1)) || numbered && STREETS_IN_SHORT.contains(text.plain(last + 1));
    }

    /** {@code C-suite}, {@code hugo -D}: a letter that is no language. */
    static boolean isLetterOfAnother(NameText text, int first, int last) {
        int start = text.words().start(first);
        if (first != last || text.words().end(first) - start != 1) return false;
        boolean option = start > 0 && text.words().text().charAt(start - 1) == '-';
        return option || last + 1 < text.size() && text.gap(last + 1) == Gap.HYPHEN;
    }
}
