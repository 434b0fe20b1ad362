package dev.postwire.query.story;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Whether two posts are copies of one another: nearly all words of the shorter stand in the longer, in the same order. In doubt they
 * are not, for a post folded away by mistake is lost to a reader, and a copy too many is a line to skip. So posts of one template do
 * not count as copies: where the shared text is interrupted by a few words that are other numbers in each, or another name again
 * and again, it is a form that was filled in anew. And a short text within a long one is a quotation, unless it is its beginning.
 */
public enum Likeness {
    SAME,
    /** One has too few words to tell. */
    SHORT,
    /** Too much of the shorter is not in the longer. */
    APART,
    /** The shorter is a small part of the longer. */
    QUOTED,
    /** The same but for a part that each has of its own. */
    OTHER_PART,
    /** The same but for numbers: an edition, a version, a date, a result. */
    OTHER_NUMBERS,
    /** The same but for a word that comes again and again: a name. */
    OTHER_NAMES;

    /** Of the shorter text's words. */
    private static final double SHARED = 0.78;

    /** Of the longer text's words; less where the shorter is its beginning, or bears its title. */
    private static final double PART = 0.5;

    private static final double LEAST_PART = 0.15;
    /** Where a beginning may begin, of the longer text, for a line may stand above it. */
    private static final double BEGINNING = 0.12;

    /** Of a text, what a site may put above or below it: a byline, a line about its newsletter. */
    private static final double LINE = 0.12;

    /** Words between what is shared that still are a place in a form and no insertion. */
    private static final int GAP = 8;

    public static Likeness of(Telling one, Telling other) {
        if (one.isShort() || other.isShort()) return SHORT;
        boolean order = one.text().size() <= other.text().size();
        Overlap shorter = new Overlap(order ? one : other, order ? other : one);
        if (shorter.share() < SHARED) return APART;
        Overlap longer = new Overlap(order ? other : one, order ? one : other);
        if (longer.share() < PART && !beginning(shorter, longer)) return QUOTED;
        if (shorter.own() > GAP && longer.own() > GAP) return OTHER_PART;
        Map<Long, Integer> ours = shorter.filledIn();
        Map<Long, Integer> theirs = longer.filledIn();
        if (shorter.otherNumber && longer.otherNumber) return OTHER_NUMBERS;
        return again(ours) && again(theirs) ? OTHER_NAMES : SAME;
    }

    private static boolean beginning(Overlap shorter, Overlap longer) {
        if (longer.share() < LEAST_PART) return false;
        boolean title =
                shorter.telling.title().size() > 2 && sameTitle(shorter.telling.title(), longer.telling.title());
        return title && longer.first() <= BEGINNING * longer.telling.text().size();
    }

    private static boolean sameTitle(Tokens one, Tokens other) {
        if (one.size() != other.size()) return false;
        for (int i = 0; i < one.size(); i++) if (one.hash(i) != other.hash(i)) return false;
        return true;
    }

    private static boolean again(Map<Long, Integer> words) {
        return words.values().stream().anyMatch(times -> times > 1);
    }

    /** Which tokens of a text stand within shingles that the other text has. */
    private static final class Overlap {
        private final Telling telling;
        private final Set<Long> others = new HashSet<>();
        private final boolean[] shared;
        private boolean otherNumber;

        Overlap(Telling telling, Telling other) {
            this.telling = telling;
            shared = new boolean[telling.text().size()];
            for (int i = 0; i < other.text().size(); i++)
                others.add(other.text().hash(i));
            long[] shingles = telling.shingles();
            for (int i = 0; i < shingles.length; i++) {
                if (other.has(shingles[i])) {
                    for (int j = i; j < i + telling.text().width(); j++) shared[j] = true;
                }
            }
        }

        double share() {
            int count = 0;
            for (boolean one : shared) if (one) count++;
            return (double) count / shared.length;
        }

        int first() {
            int first = 0;
            while (!shared[first]) first++;
            return first;
        }

        /** How many words long the longest passage of its own is, between what is shared or at an end where no line of a site stands. */
        int own() {
            int own = 0;
            for (int i = 0; i < shared.length; ) {
                int end = i;
                while (end < shared.length && !shared[end]) end++;
                boolean atAnEnd = i == 0 || end == shared.length;
                if (!atAnEnd || end - i > LINE * shared.length) own = Math.max(own, end - i);
                i = end + 1;
            }
            return own;
        }

        /** The words of short gaps that the other text has nowhere, with their counts. */
        Map<Long, Integer> filledIn() {
            Map<Long, Integer> words = new HashMap<>();
            for (int i = first(); i < shared.length; ) {
                int end = i;
                while (end < shared.length && !shared[end]) end++;
                if (end < shared.length && end - i <= GAP) {
                    for (int j = i; j < end; j++) fill(words, j);
                }
                i = end + 1;
            }
            return words;
        }

        private void fill(Map<Long, Integer> words, int at) {
            long hash = telling.text().hash(at);
            if (others.contains(hash)) return;
            words.merge(hash, 1, Integer::sum);
            otherNumber |= telling.text().isNumber(at);
        }
    }
}
