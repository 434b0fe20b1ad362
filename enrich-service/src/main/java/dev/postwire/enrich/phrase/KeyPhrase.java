package dev.postwire.enrich.phrase;

import java.util.List;

/**
 * A phrase of a post, and what speaks for it.
 *
 * @param stems its words' stems, a space between them: the forms of a phrase have them in common
 * @param label its most frequent written form
 * @param score how much it stands out, above 0; compares within one post
 * @param titleWord the number of the title's word it begins with; -1 where the title does not have it
 * @param inTitle how the title writes it; empty where it does not
 * @param count how often it stands in the text
 * @param alone how often it does so outside of the longer phrases that are key phrases too
 * @param spread in how many eighths of the text it stands
 * @param inHeadings how often it stands in section titles
 * @param inLinks how often it stands in links
 * @param capitalised how often it has a capital where a sentence does not ask for one
 * @param rarity the mean rarity of its words, 0 (in every text) to 1
 * @param places its first places in the text, in their order; empty where only the title has it
 */
public record KeyPhrase(
        String stems,
        String label,
        int words,
        double score,
        int titleWord,
        String inTitle,
        int count,
        int alone,
        int spread,
        int inHeadings,
        int inLinks,
        int capitalised,
        double rarity,
        List<Place> places) {

    /** Numbers of words in {@link dev.postwire.enrich.word.PostWords#text}, both included. */
    public record Place(int first, int last) {}

    public KeyPhrase {
        places = List.copyOf(places);
    }

    @Override
    public String toString() {
        return "KeyPhrase[words=" + words + ", score=" + score + ", count=" + count + "]";
    }
}
