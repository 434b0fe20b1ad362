package dev.postwire.enrich.vocabulary;

import java.util.List;
import java.util.Map;

/**
 * The concepts of a vocabulary by number, with their names and what they have to do with each other. Immutable, thread-safe.
 *
 * @param numbers by slug
 * @param languages bit by language code; more than there are bits for share the last
 * @param spoken a bit for each language a concept has labels in, by concept
 */
record Lexicon(
        List<Concept> concepts,
        Map<String, Integer> numbers,
        int[][] broader,
        int[][] related,
        Names names,
        Map<String, Integer> languages,
        long[] spoken) {

    /** Whether the concept has a label of its own in the language. */
    boolean speaks(int concept, String language) {
        Integer bit = languages.get(language);
        return bit != null && (spoken[concept] & 1L << bit) != 0;
    }

    Concept concept(int number) {
        return concepts.get(number);
    }
}
